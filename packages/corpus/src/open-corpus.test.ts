import { existsSync } from "node:fs";
import { appendFile, rm, utimes } from "node:fs/promises";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { asBuffer, errorOf, inChunks, readAll, readBytes, temporaryFolder, writeFiles } from "./fixtures/read-all.ts";
import { openCorpus } from "./open-corpus.ts";

const cwd = temporaryFolder();
const records = (...values: readonly unknown[]): string => values.map((value) => `${JSON.stringify(value)}\n`).join("");

describe("openCorpus() reads JSON Lines and plain text", () => {
  test("each document knows its input, line and byte", async () => {
    writeFiles(cwd, { "a.txt": "eins\n\nzwei ä\n", "b.jsonl": records({ text: "drei" }, { text: "vier" }) });
    const { documents, summary } = await readAll(["a.txt", "b.jsonl"], { cwd });
    expect(documents).toEqual([
      { text: "eins", input: 0, line: 1, byte: 0 },
      { text: "zwei ä", input: 0, line: 3, byte: 6 },
      { text: "drei", input: 1, line: 1, byte: 0 },
      { text: "vier", input: 1, line: 2, byte: 16 },
    ]);
    const common = { compression: "none", documents: 2, rejected: 0 };
    expect(summary.inputs).toEqual([
      { path: "a.txt", format: "text", bytes: 14, blank: 1, ...common },
      { path: "b.jsonl", format: "jsonl", bytes: 32, blank: 0, ...common },
    ]);
  });

  test.each([
    ["x.jsonl", "jsonl"],
    ["x.NDJSON", "jsonl"],
    ["x.json-lines", "jsonl"],
    ["x.jsonl.gz", "jsonl"],
    ["x.json", "jsonl"],
    ["x.data", "jsonl"],
  ])("%s that begins with a brace is %s", async (name, format) => {
    writeFiles(cwd, { [name]: records({ text: "one" }) });
    expect((await readAll([name], { cwd })).summary.inputs[0]).toMatchObject({ format, documents: 1 });
  });

  test("a name that ends in .txt is plain text whatever is in it, any other name only without a brace", async () => {
    writeFiles(cwd, { "brace.txt": "{ a }\n", plain: "\n \n[1]\nsome { text }\n" });
    expect((await readAll(["brace.txt"], { cwd })).texts).toEqual(["{ a }"]);
    expect((await readAll(["plain"], { cwd })).texts).toEqual(["[1]", "some { text }"]);
  });

  test("a record that is a string is its own text", async () => {
    writeFiles(cwd, { "strings.jsonl": records("one", "two") });
    const reader = await openCorpus(["strings.jsonl"], { cwd });
    expect(reader.selector).toMatchObject({ text: ".", detected: true });
    expect((await readAll(["strings.jsonl"], { cwd })).texts).toEqual(["one", "two"]);
  });

  test("lines and texts with nothing but white space are no documents and are counted", async () => {
    const { texts, summary } = await readBytes(`${records({ text: " \n" }, { text: "one" }, { text: "" })}\n \t\r\n`);
    expect(texts).toEqual(["one"]);
    expect(summary.inputs[0]).toMatchObject({ documents: 1, blank: 4, rejected: 0 });
  });

  test("one carriage return before a line feed belongs to the line's end; alone, it ends nothing", async () => {
    writeFiles(cwd, { "cr.txt": "a\r\nb\r\r\nc\rd\r" });
    expect((await readAll(["cr.txt"], { cwd })).texts).toEqual(["a", "b\r", "c\rd"]);
  });

  test("what other readers take for line ends is text: U+2028, U+2029, U+0085, vertical tab, form feed", async () => {
    const odd = "a\u2028b\u2029c\u0085d\u000be\u000cf";
    writeFiles(cwd, {
      "odd.txt": `${odd}\nnext\n`,
      "odd.jsonl": `{"text":"a\u2028b\u2029c\u0085d"}\n{"text":"next"}\n`,
    });
    expect((await readAll(["odd.txt"], { cwd })).texts).toEqual([odd, "next"]);
    expect((await readAll(["odd.jsonl"], { cwd })).texts).toEqual(["a\u2028b\u2029c\u0085d", "next"]);
  });

  test("the mark of UTF-8 is left out at the beginning of an input, and there only", async () => {
    writeFiles(cwd, { "bom.txt": "\ufeffone\n\ufefftwo\n", "bom.jsonl": `\ufeff{"text":"one"}\n` });
    const { documents } = await readAll(["bom.txt"], { cwd });
    expect(documents).toEqual([
      { text: "one", input: 0, line: 1, byte: 3 },
      { text: "\ufefftwo", input: 0, line: 2, byte: 7 },
    ]);
    expect((await readAll(["bom.jsonl"], { cwd })).texts).toEqual(["one"]);
  });

  test("of a key that occurs twice the last value counts", async () => {
    expect((await readBytes('{"text":"first","text":"last"}\n')).texts).toEqual(["last"]);
  });

  test("`__proto__` and `constructor` are data like any other and pollute nothing", async () => {
    const line = '{"__proto__":{"polluted":"yes"},"constructor":"c","text":"__proto__"}\n';
    expect((await readBytes(line)).texts).toEqual(["__proto__"]);
    expect((await readBytes(line, { text: "__proto__.polluted" })).texts).toEqual(["yes"]);
    expect((await readBytes(line, { text: "constructor" })).texts).toEqual(["c"]);
    expect((await errorOf(readBytes('{"text":"a"}\n', { text: "constructor.name" }))).code).toBe("bad_records");
    expect((await errorOf(readBytes('{"text":"a"}\n', { text: "__proto__" }))).code).toBe("bad_records");
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });
});

describe("openCorpus() finds the text", () => {
  test("it says what it found and how to choose another", async () => {
    writeFiles(cwd, { "qa.jsonl": records({ question: "q", answer: "a", id: 1 }) });
    const reader = await openCorpus(["qa.jsonl"], { cwd });
    expect(reader.selector).toEqual({
      text: "{question}\\n{answer}",
      detected: true,
      sentence: "Text: {question}\\n{answer} (detected; choose with --text)",
    });
    expect((await openCorpus(["qa.jsonl"], { cwd, text: "answer" })).selector).toEqual({
      text: "answer",
      detected: false,
      sentence: "Text: answer",
    });
    writeFiles(cwd, { "p.txt": "p" });
    expect((await openCorpus(["p.txt"], { cwd })).selector.text).toBeUndefined();
  });

  test("it looks at the first input that has records, plain text and empty ones before it notwithstanding", async () => {
    writeFiles(cwd, { "0.jsonl": "", "1.txt": "plain\n", "2.jsonl": records({ story: "told" }) });
    expect((await readAll(["0.jsonl", "1.txt", "2.jsonl"], { cwd })).texts).toEqual(["plain", "told"]);
  });

  test("standard input is looked at without losing a byte", async () => {
    const lines = records(...Array.from({ length: 200 }, (_, index) => ({ story: `no. ${index}` })));
    for (const size of [1, 7, 1000, 1 << 16]) {
      const { texts, summary } = await readBytes(lines, { size });
      expect(texts).toHaveLength(200);
      expect(summary.inputs[0]).toMatchObject({ path: "-", format: "jsonl", bytes: lines.length });
    }
  });

  test("an unclear choice is refused with the names of the fields", async () => {
    const error = await errorOf(readBytes(records({ left: "abc", right: "abd", "esc\u001b[2J": 1 })));
    expect(error.code).toBe("no_text_field");
    expect(error.message).toBe(
      'Cannot find the text of standard input: no field of its records is clearly the text, its fields are "left", "right", "esc\\x1b[2J"; name one with --text',
    );
  });

  const corpora = resolve(import.meta.dirname, "../../../../shared/corpora");
  test.skipIf(!existsSync(corpora)).each([
    ["t0.jsonl", "{prompt}\\n{completion}", 55_185],
    ["gsm8k-train.jsonl", "{question}\\n{answer}", 7473],
    ["self-instruct-seeds.jsonl", "{instruction}\\n{instances[].input?}\\n{instances[].output}", 175],
    ["coco-test.txt", undefined, 10_000],
  ])("in ../shared/corpora/%s it finds %s", async (name, text, documents) => {
    const reader = await openCorpus([name], { cwd: corpora });
    expect(reader.selector.text).toBe(text);
    let count = 0;
    for await (const batch of reader.documents()) count += batch.length;
    expect(count).toBe(documents);
  });
});

const good = (count: number): string => '{"text":"good"}\n'.repeat(count);
const deep = (levels: number): string => `{"text":"good","deep":${"[".repeat(levels)}${"]".repeat(levels)}}\n`;

describe("openCorpus() rejects records by reason, and the corpus when there are more than may be", () => {
  test.each([
    ["invalid_json", "{'text': 'no'}", /^is not valid JSON: /],
    ["missing_field", '{"body":"no"}', /^has no field "text": its fields are "body"$/],
    ["missing_field", '{"text":null}', /^has no field "text": it is null$/],
    ["not_text", '{"text":12}', /^has a number where text is looked for in field "text"$/],
    ["not_text", '{"text":["no"]}', /^has a list where text is looked for in field "text"$/],
    ["missing_field", '"string"', /^has no field "text": where "text" is looked for there is a string$/],
    ["invalid_encoding", Buffer.from('{"text":"\xff"}', "latin1"), /^is not valid UTF-8$/],
    ["invalid_encoding", Buffer.from('{"text":"\xed\xa0\x80"}', "latin1"), /^is not valid UTF-8$/],
    ["binary", '{"text":"a\0b"}', /^holds a zero byte/],
    ["record_too_large", `{"text":"${"x".repeat(2000)}"}`, /^is longer than 1000 bytes$/],
  ])("%s: %s", async (reason, line: string | Uint8Array, detail) => {
    const bytes = Buffer.concat([Buffer.from(good(4)), asBuffer(line), Buffer.from(`\n${good(5)}`)]);
    const options = { text: "text", recordBytes: 1000 };
    const { texts, summary } = await readBytes(bytes, { ...options, maxBadRecords: 1 });
    expect(texts).toHaveLength(9);
    expect(summary.rejects).toEqual([{ reason, input: 0, line: 5, byte: 64, detail: expect.stringMatching(detail) }]);
    expect(summary.rejected).toEqual({ [reason]: 1 });
    const error = await errorOf(readBytes(bytes, options));
    expect(error.code).toBe("bad_records");
    expect(error.message).toContain("Cannot read standard input: line 5 (byte 64) ");
    expect(error.message).toContain(`(1 bad record: 1 ${reason}; at most 0 may be)`);
    expect(error.message).not.toMatch(/[\n\0]/);
  });

  test("records deeper than a thousand levels are too deep, brackets in strings are not levels", async () => {
    const flat = `{"text":"good","flat":"${'[\\"{'.repeat(2000)}","list":[${"[],".repeat(2000)}[]]}\n`;
    const { texts, summary } = await readBytes(deep(999) + deep(1000) + flat + deep(100_000) + good(1), {
      maxBadRecords: 2,
    });
    expect(texts).toHaveLength(3);
    expect(summary.rejects.map(({ line, reason }) => [line, reason])).toEqual([
      [2, "too_deep"],
      [4, "too_deep"],
    ]);
  });

  test("a field missing in one of many records is named and counted", async () => {
    const lines = good(30_000) + records({ txt: "lost" }) + good(30_000);
    const error = await errorOf(readBytes(lines));
    expect(error.message).toContain('line 30001 (byte 480000) has no field "text": its fields are "txt"');
    expect((await readBytes(lines, { maxBadRecords: 1 })).texts).toHaveLength(60_000);
  });

  test("a hundred rejects are kept and all are counted", async () => {
    const { summary } = await readBytes(good(1) + "{\n".repeat(250) + "7\n", { maxBadRecords: Infinity });
    expect(summary.rejects).toHaveLength(100);
    expect(summary.rejected).toEqual({ invalid_json: 250, missing_field: 1 });
    expect(summary.inputs[0]).toMatchObject({ documents: 1, rejected: 251 });
  });

  test("what is not even once a record is named by its first line", async () => {
    const error = await errorOf(readBytes("{oops\n{oops\n"));
    expect([error.code, error.message]).toEqual([
      "bad_records",
      expect.stringContaining("Cannot read standard input: line 1 (byte 0) is not valid JSON"),
    ]);
  });

  const lines = "012345678\n".repeat(1 << 14).slice(0, -1);
  test.each([0, 1, 65_535, 65_536, 65_537, lines.length - 1])(
    "a zero byte at offset %d makes its line binary",
    async (offset) => {
      const bytes = Buffer.from(lines);
      bytes[offset] = 0;
      for (const size of [1009, 1 << 16]) {
        const { texts, summary } = await readBytes(bytes, { size, maxBadRecords: 1 });
        expect(texts).toHaveLength((1 << 14) - 1);
        expect(summary.rejects).toMatchObject([{ reason: "binary", line: Math.floor(offset / 10) + 1 }]);
      }
    },
  );

  test("a corpus without any document is refused", async () => {
    for (const nothing of ["", "\n \n", '{"text":""}\n']) {
      expect((await errorOf(readBytes(nothing))).code).toBe("no_documents");
    }
    const error = await errorOf(readBytes("\n\n"));
    expect(error.message).toBe(
      "Cannot read standard input: a corpus must hold at least one document, current value is 0 (2 blank, 0 rejected)",
    );
  });
});

describe("openCorpus() takes vectors from the data", () => {
  test("each document brings its own", async () => {
    const { documents } = await readBytes(
      records({ text: "a", meta: { v: [1, -0.5] } }, { text: "b", meta: { v: [0, 2] } }),
      {
        vectors: "meta.v",
      },
    );
    expect(documents.map(({ vector }) => vector)).toEqual([Float64Array.of(1, -0.5), Float64Array.of(0, 2)]);
  });

  test.each([
    ["missing_field", "null"],
    ["invalid_vector", "7"],
    ["invalid_vector", "[]"],
    ["invalid_vector", "[1]"],
    ["invalid_vector", "[1,2,3]"],
    ["invalid_vector", '[1,"2"]'],
    ["invalid_vector", "[1,null]"],
    ["invalid_vector", "[1,1e999]"],
  ])("%s: %s", async (reason, vector) => {
    const lines = `{"text":"a","v":[1,2]}\n{"text":"b","v":${vector}}\n`;
    const { summary } = await readBytes(lines, { vectors: "v", maxBadRecords: 1 });
    expect(summary.rejects).toMatchObject([{ reason, line: 2 }]);
  });

  test("plain text has none", async () => {
    expect((await errorOf(readBytes("a\n", { vectors: "v" }))).message).toContain("has no vector: it is plain text");
    await expect(openCorpus(["-"], { vectors: "a[].v", stdin: inChunks("", 1) })).rejects.toThrow(SyntaxError);
  });
});

async function readOn(batches: AsyncIterable<unknown>): Promise<void> {
  for await (const batch of batches) expect(batch).toBeInstanceOf(Array);
}

describe("openCorpus() refuses a file that changes", () => {
  const name = "changing.txt";
  const path = join(cwd, name);
  const changes: Record<string, () => Promise<void>> = {
    "is appended to": () => appendFile(path, "more\n"),
    "is written to": () => utimes(path, 1, 1),
    "is removed": () => rm(path),
    "is replaced": async () => {
      await rm(path);
      writeFiles(cwd, { "other.txt": "", [name]: "one\n" });
    },
  };
  test.each(Object.keys(changes))("when it %s between being found and being read", async (change) => {
    writeFiles(cwd, { [name]: "one\n" });
    const reader = await openCorpus([name], { cwd });
    await changes[change]();
    const error = await errorOf(readOn(reader.documents()));
    expect([error.code, error.message]).toEqual([
      "changed_while_reading",
      expect.stringContaining("Cannot read changing.txt: it "),
    ]);
  });

  test("when it grows while it is being read", async () => {
    writeFiles(cwd, { [name]: "one\n".repeat(10) });
    const reader = await openCorpus([name], { cwd, chunkBytes: 8 });
    const documents = reader.documents();
    await documents.next();
    await appendFile(path, "more\n");
    expect((await errorOf(readOn(documents))).code).toBe("changed_while_reading");
  });
});

test("progress counts the bytes as they are stored, of how many is known for files", async () => {
  const packed = gzipSync(records({ text: "one" }).repeat(1000));
  writeFiles(cwd, { "progress.jsonl.gz": packed, "progress.txt": "two\n" });
  const calls: (readonly [number, number | null])[] = [];
  await readAll(["progress.jsonl.gz", "progress.txt"], { cwd, onProgress: (read, total) => calls.push([read, total]) });
  const total = packed.length + 4;
  expect(calls.at(-1)).toEqual([total, total]);
  await readBytes("one\n", { onProgress: (read, all) => calls.push([read, all]) });
  expect(calls.at(-1)).toEqual([4, null]);
});

test("reading may end early and leaves nothing open", async () => {
  writeFiles(cwd, { "early.txt": "one\n".repeat(1000) });
  const reader = await openCorpus(["early.txt"], { cwd, chunkBytes: 16 });
  for await (const batch of reader.documents()) {
    expect(batch).toHaveLength(4);
    break;
  }
  await expect(reader.documents().next()).rejects.toThrow("it can be read once");
});

test("options out of range are refused", async () => {
  await expect(openCorpus(["-"], { chunkBytes: 0 })).rejects.toThrow(RangeError);
  await expect(openCorpus(["-"], { recordBytes: 2 ** 29 })).rejects.toThrow(RangeError);
  await expect(openCorpus(["-"], { maxBadRecords: Number.NaN })).rejects.toThrow(RangeError);
  await expect(openCorpus(["-"], { text: "" })).rejects.toThrow(SyntaxError);
});
