import { blockReader, openCorpus } from "@corpulse/corpus";
import { CorpusMerger, wordTokenizer } from "@corpulse/tokens";
import { expect, test } from "vitest";
import { ingestBlocks } from "./ingest-blocks.ts";

const lines = Array.from({ length: 500 }, (_, i) =>
  i % 7 === 0 ? "\n" : `${JSON.stringify({ text: `document ${i} of many` })}\n`,
).join("");

async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

async function ingest(chunkBytes: number) {
  const stdin = inChunks(Buffer.from(lines), chunkBytes);
  const reader = await openCorpus(["-"], { text: "text", stdin });
  const merger = new CorpusMerger();
  const places: [number, number][] = [];
  const options = { text: "text", tokenizer: "words", keepCase: false, vectors: undefined, threads: 1 };
  for await (const { corpus, line, byte, outcome } of ingestBlocks(reader, wordTokenizer(), options)) {
    reader.account(outcome);
    merger.add(corpus);
    line.forEach((one, document) => places.push([one, byte[document]]));
  }
  reader.close();
  return { corpus: merger.finish(), places, summary: reader.summary() };
}

test("blocks come to the same corpus, places and counts, whatever their size", async () => {
  const whole = await ingest(1 << 20);
  expect(whole.places).toHaveLength(428);
  expect(whole.summary.inputs[0]).toMatchObject({ documents: 428, blank: 72, bytes: Buffer.byteLength(lines) });
  for (const chunkBytes of [64, 1000]) expect(await ingest(chunkBytes)).toEqual(whole);
});

test("a place leads back to its line", async () => {
  const { places } = await ingest(1000);
  const [line, byte] = places[300];
  const bytes = Buffer.from(lines).subarray(byte);
  const block = {
    bytes: bytes.subarray(0, bytes.indexOf(10) + 1),
    line,
    byte,
    dropped: 0,
    input: 0,
    format: "jsonl",
  } as const;
  const [document] = blockReader({ text: "text" })(block).documents;
  expect(document).toEqual({ text: `document ${line - 1} of many`, input: 0, line, byte });
});
