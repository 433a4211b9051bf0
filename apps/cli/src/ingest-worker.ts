import { parentPort, workerData } from "node:worker_threads";
import { blockReader, type RecordBlock } from "@corpulse/corpus";
import { chooseTokenizer } from "./choose-tokenizer.ts";
import { ingestBlock } from "./ingest-block.ts";
import type { IngestSettings } from "./ingest-pool.ts";

/** A worker thread that parses and tokenizes the blocks it is given, one after the other. */
const { text, tokenizer: name, keepCase } = workerData as IngestSettings;
const read = blockReader({ text });
const tokenizer = await chooseTokenizer(name, keepCase);

parentPort?.on("message", (block: RecordBlock) => {
  // A buffer arrives as a plain array of bytes.
  const bytes = Buffer.from(block.bytes.buffer, block.bytes.byteOffset, block.bytes.byteLength);
  const ingested = ingestBlock({ ...block, bytes }, read, tokenizer);
  const { corpus, line, byte, excerpts } = ingested;
  const columns = [corpus.tokens, corpus.offsets, corpus.fingerprints, line, byte, excerpts.bytes, excerpts.ends];
  parentPort?.postMessage(
    ingested,
    columns.map(({ buffer }) => buffer as ArrayBuffer),
  );
});
