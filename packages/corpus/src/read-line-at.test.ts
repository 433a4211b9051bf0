import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder, writeFiles } from "./fixtures/read-all.ts";
import type { CorpusReader } from "./corpus-reader.ts";
import { openCorpus } from "./open-corpus.ts";

const cwd = temporaryFolder();
const long = "字".repeat(100_000);
const texts = ["one", "zwei é", long, "last"];
writeFiles(cwd, {
  "a.jsonl": `\ufeff${texts.map((text) => `${JSON.stringify({ a: text, b: "!" })}\n\n`).join("")}`,
  "b.txt": texts.join("\r\n"),
});

async function read(inputs: readonly string[], chunkBytes: number): Promise<readonly [CorpusReader, number[][]]> {
  const reader = await openCorpus(inputs, { cwd, text: "{a}{b}", chunkBytes });
  const places: number[][] = [];
  for await (const batch of reader.documents()) for (const { input, byte } of batch) places.push([input, byte]);
  return [reader, places];
}

test("textAt() reads any document of a file again, whatever the chunks it was read in", async () => {
  for (const chunkBytes of [7, 1 << 16]) {
    const [reader, places] = await read(["a.jsonl", "b.txt"], chunkBytes);
    expect(places.map(([input, byte]) => reader.textAt(input, byte))).toEqual([
      ...texts.map((text) => `${text}!`),
      ...texts,
    ]);
  }
});

test("textAt() refuses a file that is not the one that was read", async () => {
  const path = join(cwd, "c.jsonl");
  const line = '{"a":"x","b":"y"}\n';
  writeFileSync(path, line);
  const [reader] = await read(["c.jsonl"], 100);
  expect(() => reader.textAt(0, 3)).toThrow("Cannot read c.jsonl: it holds no document at byte 3 any more");
  writeFileSync(path, line + line);
  expect(() => reader.textAt(0, 0)).toThrow("Cannot read c.jsonl: it went from 18 to 36 bytes while it was being read");
  rmSync(path);
  expect(() => reader.textAt(0, 0)).toThrow("Cannot read c.jsonl: there is no such file");
});

test("textAt() refuses standard input, which can be read once", async () => {
  const reader = await openCorpus(["-"], { text: "a", stdin: new Blob(['{"a":"x"}\n']).stream() });
  expect(() => reader.textAt(0, 0)).toThrow("it must be of a file, current value is -");
});
