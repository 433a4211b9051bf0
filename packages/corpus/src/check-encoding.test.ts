import { describe, expect, test } from "vitest";
import { errorOf, readBytes } from "./fixtures/read-all.ts";

const bytes = (latin1: string): Buffer => Buffer.from(latin1, "latin1");
const bigEndian = (text: string): Buffer => Buffer.from(text, "utf16le").swap16();

describe("an input in another encoding, or no text at all, is refused by its name", () => {
  test.each([
    ["UTF-16LE", Buffer.from('\ufeff{"text":"a"}\n', "utf16le")],
    ["UTF-16BE", bigEndian('\ufeff{"text":"a"}\n')],
    ["UTF-16LE", Buffer.from('{"text":"a"}\n', "utf16le")],
    ["UTF-16BE", bigEndian("plain\n")],
    ["UTF-32LE", bytes("\xff\xfe\0\0a\0\0\0")],
    ["UTF-32BE", bytes("\0\0\xfe\xff\0\0\0a")],
  ])("%s", async (encoding, input) => {
    for (const size of [1, 1 << 16]) {
      const error = await errorOf(readBytes(input, { size }));
      expect([error.code, error.message]).toEqual([
        "encoding",
        `Cannot read standard input: text must be in UTF-8, current value is ${encoding}`,
      ]);
    }
  });

  test.each([
    ["a PNG image", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR"],
    ["Zstandard data", "\x28\xb5\x2f\xfd\x04\x58"],
    ["a ZIP archive", "PK\x03\x04\x14\0"],
    ["a Parquet file", "PAR1\x15\0"],
    ["bzip2 data", "BZh91AY&SY\x01"],
    ["xz data", "\xfd7zXZ\0\0"],
    ["a PDF document", "%PDF-1.7\n"],
  ])("%s", async (format, input) => {
    const error = await errorOf(readBytes(bytes(input)));
    expect([error.code, error.message]).toEqual([
      "binary",
      `Cannot read standard input: it must be text, plain or gzip, current value is ${format}`,
    ]);
  });

  test("Latin-1 is invalid UTF-8, line by line", async () => {
    const { texts, summary } = await readBytes(bytes("caf\xe9\nplain\n"), { maxBadRecords: 1 });
    expect(texts).toEqual(["plain"]);
    expect(summary.rejects).toMatchObject([{ reason: "invalid_encoding", line: 1 }]);
  });
});
