import { gzipSync } from "node:zlib";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LineSplitter } from "./line-splitter.ts";
import { decodeLines } from "./decode-lines.ts";
import { readBytes } from "./fixtures/read-all.ts";

const SIZES = [1, 2, 3, 4, 5, 6, 7, 1 << 16];

const sign = fc.constantFrom(
  "a",
  " ",
  "ä",
  "語",
  "👍🏽",
  "\u2028",
  "\u0085",
  "\r",
  "\n",
  "\r\n",
  "\ufeff",
  "\0",
  "e\u0301",
);
const text = fc.array(sign, { maxLength: 40 }).map((signs) => signs.join(""));
const line = fc.oneof(
  text.map((value) => Buffer.from(`${JSON.stringify({ text: value })}\n`)),
  text.map((value) => Buffer.from(value)),
  fc.uint8Array({ maxLength: 20 }).map((bytes) => Buffer.from(bytes)),
);
// A first line that is read for sure, so that what follows cannot make the whole corpus another format or encoding.
const input = fc
  .array(line, { maxLength: 12 })
  .map((lines) => Buffer.concat([Buffer.from('{"text":"first"}\n'), ...lines]));

describe("the size of the chunks that bytes arrive in changes nothing", () => {
  test("neither documents nor rejects nor counts, plain or gzip", async () => {
    await fc.assert(
      fc.asyncProperty(input, async (bytes) => {
        const packed = gzipSync(bytes);
        const options = { recordBytes: 30, maxBadRecords: Infinity };
        const { summary: whole, documents } = await readBytes(bytes, options);
        for (const size of SIZES) {
          for (const [stored, compression] of [
            [bytes, "none"],
            [packed, "gzip"],
          ] as const) {
            const read = await readBytes(stored, { ...options, size });
            expect(read.documents).toEqual(documents);
            expect(read.summary).toEqual({ ...whole, inputs: [{ ...whole.inputs[0], compression }] });
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test("lines are what a split at byte 10 gives, with their offsets", () => {
    fc.assert(
      fc.property(input, fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 30 }), (bytes, size, longest) => {
        const parts = bytes.toString("latin1").split("\n");
        if (parts.at(-1) === "") parts.pop();
        let byte = 0;
        const expected = parts.map((part, index) => {
          const place = { line: index + 1, byte, large: part.length > longest };
          byte += part.length + 1;
          return place;
        });
        const splitter = new LineSplitter(longest, 0);
        const blocks = [];
        for (let start = 0; start < bytes.length; start += size)
          blocks.push(splitter.push(bytes.subarray(start, start + size)));
        blocks.push(splitter.end());
        const lines = blocks.flatMap((block) => (block === null ? [] : decodeLines(block, longest)));
        expect(
          lines.map(({ line: number, byte: offset, problem }) => ({
            line: number,
            byte: offset,
            large: problem?.reason === "record_too_large",
          })),
        ).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  test("a line far above the limit is not kept in memory", () => {
    const splitter = new LineSplitter(100, 0);
    for (let index = 0; index < 1000; index++) expect(splitter.push(Buffer.alloc(1000, "x"))).toBeNull();
    const block = splitter.push(Buffer.from("\nnext\n"));
    expect(block?.bytes).toHaveLength(101 + 6);
    expect(block === null ? [] : decodeLines(block, 100)).toMatchObject([
      { line: 1, byte: 0, problem: { reason: "record_too_large" } },
      { line: 2, byte: 1_000_001, text: "next" },
    ]);
  });
});
