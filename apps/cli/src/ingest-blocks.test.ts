import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CorpusReader, openCorpus } from "@corpulse/corpus";
import { TokenCorpusBuilder, wordTokenizer } from "@corpulse/tokens";
import { expect, test } from "vitest";
import { ingestBlocks, type IngestOptions } from "./ingest-blocks.ts";
import { WorkerThreads } from "./worker-threads.ts";

const lines = Array.from({ length: 500 }, (_, i) =>
  i % 7 === 0 ? "\n" : `${JSON.stringify({ text: `document ${i} of many` })}\n`,
).join("");

async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

async function ingestAll(reader: CorpusReader, options: IngestOptions) {
  const builder = new TokenCorpusBuilder();
  const places: [number, number][] = [];
  for await (const { input, line, byte, rejects, blank } of ingestBlocks(reader, wordTokenizer(), builder, options)) {
    reader.account({ input, documents: line.length, rejects, blank });
    line.forEach((one, document) => places.push([one, byte[document]]));
  }
  reader.close();
  return { corpus: builder.finish(), places, summary: reader.summary() };
}

const settings = { text: "text", tokenizer: "words", keepCase: false, vectors: undefined, blockBytes: 1000 };

async function ingest(chunkBytes: number) {
  const stdin = inChunks(Buffer.from(lines), chunkBytes);
  return ingestAll(await openCorpus(["-"], { text: "text", stdin }), {
    ...settings,
    workers: 1,
    threads: new WorkerThreads(),
  });
}

async function ingestFile(path: string, workers: number, tokenizer = "words", threads = new WorkerThreads()) {
  const reader = await openCorpus([path], { text: "text", chunkBytes: 1 << 15 });
  try {
    return await ingestAll(reader, { ...settings, workers, threads, tokenizer });
  } finally {
    await threads.end();
  }
}

test("blocks come to the same corpus, places and counts, whatever their size", async () => {
  const whole = await ingest(1 << 20);
  expect(whole.places).toHaveLength(428);
  expect(whole.summary.inputs[0]).toMatchObject({ documents: 428, blank: 72, bytes: Buffer.byteLength(lines) });
  for (const chunkBytes of [64, 1000]) expect(await ingest(chunkBytes)).toEqual(whole);
});

test("blocks come to the same corpus, places and counts on any number of threads", async () => {
  const folder = mkdtempSync(join(tmpdir(), "ingest-"));
  const path = join(folder, "large.jsonl");
  const words = ["naïve", "the", "cat", "’tis", "中文", "sat", "3.14"];
  const line = (at: number): string => {
    const text = Array.from({ length: 20 }, (_, word) => words[(at * 7 + word * (at % 5)) % words.length]);
    return at % 50 === 0 ? "" : JSON.stringify({ text: `${text.join(" ")} w${at % 3000}` });
  };
  writeFileSync(path, Array.from({ length: 50_000 }, (_, at) => `${line(at)}\n`).join(""));
  const whole = await ingestFile(path, 1);
  expect(whole.places).toHaveLength(49_000);
  for (const workers of [2, 3]) expect(await ingestFile(path, workers)).toEqual(whole);
  rmSync(folder, { recursive: true });
});

test("a thread that cannot do its work fails the reading, and the rest ends with it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "ingest-"));
  const path = join(folder, "large.txt");
  writeFileSync(path, "a line of text\n".repeat(3_000_000));
  // This thread is given its tokenizer, the others are told a name that is none.
  await expect(ingestFile(path, 2, "no such tokenizer")).rejects.toThrow("Cannot choose a tokenizer");
  rmSync(folder, { recursive: true });
});
