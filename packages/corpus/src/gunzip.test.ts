import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { errorOf, readBytes } from "./fixtures/read-all.ts";

const one = gzipSync("one\n");
const two = gzipSync("two\n");
const flipped = Buffer.from(one);
flipped[flipped.length - 6] ^= 1;
const SIZES = [1, 2, 3, 5, 7, one.length, one.length + 1, 1 << 16];
const zeros = (count: number): Buffer => Buffer.alloc(count);

describe("gzip data is known by its first bytes and read whole or not at all", () => {
  test.each([
    ["one member", [one], ["one"]],
    ["two members", [one, two], ["one", "two"]],
    ["an empty member between", [one, gzipSync(""), two], ["one", "two"]],
    ["a line across members", [gzipSync("on"), gzipSync("e\n")], ["one"]],
    ["padding with zeros", [one, zeros(700)], ["one"]],
  ])("%s", async (_, parts, texts) => {
    for (const size of SIZES) {
      const read = await readBytes(Buffer.concat(parts), { size });
      expect(read.texts).toEqual(texts);
      expect(read.summary.inputs[0]).toMatchObject({ compression: "gzip", bytes: 4 * texts.length });
    }
  });

  test.each([
    ["cut off in the checksum", [one.subarray(0, -3)], "ends early, at byte 21"],
    ["cut off in the data", [one.subarray(0, 12)], "ends early, at byte 12"],
    ["cut off in the header", [one.subarray(0, 5)], "ends early, at byte 5"],
    ["nothing but the mark", [one.subarray(0, 2)], "ends early, at byte 2"],
    ["a second member cut off", [one, two.subarray(0, -1)], "ends early, at byte 47"],
    ["a wrong checksum", [flipped], "is damaged after byte "],
    ["a wrong checksum before a good member", [flipped, two], "is damaged after byte "],
    ["other data after the end", [one, Buffer.from("garbage")], "is damaged after byte "],
    ["other data after zeros", [one, zeros(9), Buffer.from("x")], "has other data after its end at byte 24"],
    ["a member after zeros", [one, zeros(9), two], "has other data after its end at byte 24"],
  ])("%s is refused", async (_, parts, message) => {
    for (const size of SIZES) {
      const error = await errorOf(readBytes(Buffer.concat(parts), { size }));
      expect([error.code, error.message]).toEqual([
        "corrupt_gzip",
        expect.stringContaining(`Cannot read standard input: it must be whole gzip data, current value ${message}`),
      ]);
    }
  });

  test("nothing in it is a corpus without documents", async () => {
    expect((await errorOf(readBytes(gzipSync("")))).code).toBe("no_documents");
  });

  test("gzip data inside gzip data is refused", async () => {
    expect((await errorOf(readBytes(gzipSync(one)))).message).toContain("current value is gzip data inside gzip data");
  });
});
