import { parentPort, workerData } from "node:worker_threads";
import { blockReader, type RecordBlock } from "@corpulse/corpus";
import { chooseTokenizer } from "./choose-tokenizer.ts";
import { IngestLane } from "./ingest-lane.ts";
import type { IngestMessage, IngestSettings } from "./ingest-thread.ts";

/** A worker thread that parses and tokenizes the blocks it is given, one after the other. */
const { text, tokenizer, keepCase } = workerData as IngestSettings;
const lane = new IngestLane(blockReader({ text }), await chooseTokenizer(tokenizer, keepCase));
const post = (message: IngestMessage): void => parentPort?.postMessage(message);

parentPort?.on("message", (block: RecordBlock) => {
  // A buffer arrives as a plain array of bytes.
  const bytes = Buffer.from(block.bytes.buffer, block.bytes.byteOffset, block.bytes.byteLength);
  post(lane.ingest({ ...block, bytes }));
});
post("ready");
