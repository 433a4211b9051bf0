import * as fc from "fast-check";
import { isUtf8 } from "node:buffer";
import { afterEach, describe, expect, test, vi } from "vitest";
import { allWays, blockOf, outcomeOf } from "./fixtures/all-ways.ts";
import { byteChanges, changedBytes, json, plainRun, record, selector, sign } from "./fixtures/written-json.ts";
import { parsePieces, parseSelector } from "./parse-selector.ts";
import { RecordReader } from "./record-reader.ts";
import { TextExtractor } from "./text-extractor.ts";
import { MOST_BYTES, TextKernel, USUAL_BYTES } from "./text-kernel.ts";
import { UNSURE } from "./unsure.ts";
import { wantedText } from "./wanted-text.ts";

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** A kernel and the extractor that stands in for it, for each selector once. */
const pairs = new Map<string, { readonly kernel: TextKernel; readonly extractor: TextExtractor } | null>();

function pairFor(text: string): { readonly kernel: TextKernel; readonly extractor: TextExtractor } | null {
  const known = pairs.get(text);
  if (known !== undefined) return known;
  const wanted = wantedText(parsePieces(text));
  const extractor = TextExtractor.of(parsePieces(text), Infinity);
  const kernel = wanted === null ? null : TextKernel.create(wanted);
  if (wanted !== null && kernel === null) throw new Error("the tests need SIMD");
  const pair = kernel === null || extractor === null ? null : { kernel, extractor };
  pairs.set(text, pair);
  return pair;
}

/** What is read of a line, where it is sure: its line feed and its text, or the number that stands for a blank one. */
type Read = readonly [feed: number, text: Uint16Array | number] | null;

/** What a kernel and the extractor say of the lines of bytes; every line must end in a line feed. */
function bothOf(
  bytes: Buffer,
  text: string,
): { readonly byKernel: readonly Read[]; readonly extracted: readonly Read[] } {
  const byKernel: Read[] = [];
  const extracted: Read[] = [];
  const pair = pairFor(text);
  if (pair === null) return { byKernel, extracted };
  const { kernel, extractor } = pair;
  kernel.take({ bytes, format: "jsonl" });
  const units = new Uint16Array(bytes.length + extractor.added);
  const readOf = (length: number, feed: number, from: Uint16Array): Read =>
    length === UNSURE ? null : [feed, length < 0 ? length : from.slice(0, length)];
  for (let start = 0; start < bytes.length;) {
    const feed = bytes.indexOf(10, start);
    byKernel.push(kernel.takeIn(start) ? readOf(kernel.read(start), kernel.feed, kernel.units) : null);
    extracted.push(readOf(extractor.extract(bytes, start, feed, units), feed, units));
    start = feed + 1;
  }
  return { byKernel, extracted };
}

describe("TextKernel is sure of the same lines as TextExtractor, and writes the same units", () => {
  test("of generated JSON", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(json, record), { maxLength: 6 }), selector, (lines, text) => {
        const { byKernel, extracted } = bothOf(Buffer.from(lines.map((line) => `${line}\n`).join("")), text);
        expect(byKernel).toEqual(extracted);
      }),
      { numRuns: 5000 },
    );
  });

  test("of generated JSON with bytes that were changed, left out or put in", () => {
    fc.assert(
      fc.property(record, record, byteChanges, selector, (one, two, changes, text) => {
        const bytes = changedBytes(`{"text":${one},"a":"a"}\n${two}\n`, changes);
        const changed = Buffer.from([...bytes, 10]);
        fc.pre(isUtf8(changed));
        const { byKernel, extracted } = bothOf(changed, text);
        expect(byKernel).toEqual(extracted);
      }),
      { numRuns: 20_000 },
    );
  });

  test("of long strings with runs of every length between signs", () => {
    const odd = fc.constantFrom(
      "\x7f",
      "\x1f",
      "\t",
      "\\x",
      "\\u12",
      "\\u123g",
      "\\uD83D\\uDE00",
      '"',
      "\\",
      "߿ࠀ\uffff𐀀\u{10ffff}",
    );
    const string = fc
      .array(fc.tuple(plainRun, fc.oneof({ weight: 9, arbitrary: sign }, odd)), { maxLength: 12 })
      .map((parts) => `"${parts.flat().join("")}"`);
    const line = fc
      .tuple(string, string, json, string)
      .map(([a, text, b, c]) => `{"a":${a},"text":${text},"b":${b},"c":${c}}\n`);
    fc.assert(
      fc.property(fc.array(line, { maxLength: 3 }), selector, (lines, text) => {
        const { byKernel, extracted } = bothOf(Buffer.from(lines.join("")), text);
        expect(byKernel).toEqual(extracted);
      }),
      { numRuns: 5000 },
    );
  });

  test.each(["0", "9", "a", "f", "A", "F", "g", "G", "/", ":", "@", "`", " "])(
    "of the digit %s in escapes",
    (digit) => {
      for (let place = 0; place < 4; place++) {
        const digits = ["1", "2", "3", "4"].with(place, digit).join("");
        const { byKernel, extracted } = bothOf(
          Buffer.from(`{"text":"\\u${digits}"}\n{"a":"\\u${digits}","text":"x"}\n`),
          "text",
        );
        expect(byKernel).toEqual(extracted);
      }
    },
  );

  test("of every byte behind a backslash, in a string and outside of one", () => {
    for (let byte = 0; byte < 0x80; byte++) {
      const one = String.fromCharCode(byte);
      const lines = [
        `{"text":"\\${one}"}`,
        `{"text":"${one}"}`,
        `{"text":${one}"x"}`,
        `{"x":${one},"text":"x"}`,
        `${one}{"text":"x"}`,
      ];
      const { byKernel, extracted } = bothOf(Buffer.from(lines.map((line) => `${line}\n`).join("")), "text");
      expect(byKernel).toEqual(extracted);
    }
  });

  // What is wrong with most of these ends where a line could go on as if nothing were.
  test.each([
    ...'{} [] "t" null 1 {"text":"t"}} {"text":"t",} {,"text":"t"} ["text":"t"] {"text":"t"] {"text":"t"'.split(" "),
    '{"text":"t"} x',
    '{"text" "t"}',
    '{"text":"t" "a":"t"}',
    '{"text":"t}',
    '{"text":"t\u0001}',
    '{"text":"t\\x"}',
    '{"text":t}',
    '{"te\\"x","text":"t"}',
    '{"te\u0001"x","text":"t"}',
    '{"a":{"te\\"x","b":"t"}}',
    '{"x":"\u0001,"text":"t"}',
    '{"x":"\\x,"text":"t"}',
    '{"x":{"\u0001,"text":"t"}',
    '{"x":{"a":"\u0001,"text":"t"}',
    '{"x":{"a":1,"text":"t"}',
    '{"x":{"a" 1},"text":"t"}',
    '{"x":{"a":},"text":"t"}',
    '{"x":{"a":1,},"text":"t"}',
    '{"x":{a:1},"text":"t"}',
    '{"x":[1 2],"text":"t"}',
    '{"x":[1,],"text":"t"}',
    '{"x":[1},"text":"t"}',
    '{"x":{"a":1],"text":"t"}',
    ...["", "-", "+1", "01", "-01", ".5", "1.", "1.e5", "1e", "1e+", "1E-2", "-0.0e0", "1e5.5", "0x1", "Z\\", "z|"].map(
      (value) => `{"x":${value},"text":"t"}`,
    ),
    ...["true", "truE", "tru", "false", "falsE", "fals", "null", "nulL", "nul", "True"].map(
      (value) => `{"x":${value},"text":"t","a":${value}}`,
    ),
    '{"a":{"y":"1"},"b":"2"}',
    '{"b":"2","a":{"y":"1"}}',
    '{"b":"2","a":{"x":"1"}}',
    '{"b":"2","a":null}',
    '{"b":null,"a":{"x":null}}',
    '{"b":"2","a":[]}',
    '{"b":"2"}',
    '{"a":{"x":"1"}}',
    '{"a":{"b":"1","b":"2"}}',
    '{"a":{"b":"1"},"a":{"b":"2"}}',
    '{"a":{"x":}',
    '{"a":{"x":1,"b":}',
    '{"a":{"b":"1"',
    '{"a":{"b":"1"]',
    '{"a":{}}',
    '{"a":[]}',
    '{"a":["1"}',
    '{"a":[1,"2"]}',
    '{"a":["0",{"b":"1"}]}',
    '{"a":[null,{"b":null},{"c":"1"},{"b":"2"},{"b":"3"},null]}',
    '{"a":[{"b":"1"},{"b":}',
    '{"a":[{"b":"1"} {"b":"2"}]}',
    '[{"b":"1"},null,{"b":"2"}]',
  ])("of %s", (line) => {
    for (const text of [
      "text",
      ".",
      "a.b",
      "a[0]",
      "a[1]",
      "a[].b",
      "[].b",
      "{b}{a[0]?}",
      "{a.x}{b}",
      "{a.x?}|{b}!",
      "{b}, {text?}",
    ]) {
      for (const [before, after] of [
        ["", ""],
        [" ", "\t\r"],
      ]) {
        const { byKernel, extracted } = bothOf(Buffer.from(`${before}${line}${after}\n`), text);
        expect(byKernel).toEqual(extracted);
      }
    }
  });

  test.each([63, 64, 65, 66])("of values of %d levels", (levels) => {
    for (const [open, close] of [
      ["[", "]"],
      ['{"x":', "}"],
    ]) {
      const deep = `${open.repeat(levels)}0${close.repeat(levels)}`;
      const bytes = Buffer.from(`{"x":${deep},"text":"t"}\n{"a":[{"b":"t","c":${deep}}]}\n`);
      for (const text of ["text", "a[].b"]) {
        const { byKernel, extracted } = bothOf(bytes, text);
        expect(byKernel).toEqual(extracted);
      }
    }
  });
});

test("TextKernel reads plain text as UTF-8 is decoded", () => {
  const read = vi.spyOn(TextKernel.prototype, "read");
  const odd = fc.constantFrom(
    "\r",
    "\n",
    "\t",
    "\0",
    "\x1f",
    "\x7f",
    "\x80",
    "é",
    "߿ࠀ",
    "中文\uffff",
    "𐀀\u{10ffff}",
    "\ufeff",
  );
  const bytes = fc.oneof(
    fc.array(fc.tuple(plainRun, odd), { maxLength: 20 }).map((parts) => Buffer.from(parts.flat().join(""))),
    fc.array(fc.constantFrom(...Buffer.from("a \t\r\n\0é")), { maxLength: 9 }).map((some) => Buffer.from(some)),
  );
  fc.assert(
    fc.property(bytes, (some) => {
      const { parsed, extracted, byKernel } = allWays(some, ".", { format: "text" });
      expect(extracted).toEqual(parsed);
      expect(byKernel).toEqual(parsed);
    }),
    { numRuns: 5000 },
  );
  expect(read).toHaveBeenCalled();
});

describe("a kernel", () => {
  /** A line of so many bytes with its line feed, whose text has 12 less. */
  const line = (length: number): string => `{"text":"${"a".repeat(length - 12)}"}\n`;

  test.each([USUAL_BYTES, MOST_BYTES])(
    "reads lines of about %d bytes, and leaves those alone that are too long",
    (size) => {
      for (const length of [size, size + 1]) {
        const bytes = Buffer.from(line(length) + line(20) + line(length) + line(13));
        const { kernel } = pairFor("text")!;
        kernel.take({ bytes, format: "jsonl" });
        expect(kernel.takeIn(0) ? kernel.read(0) : UNSURE).toBe(length <= MOST_BYTES ? length - 12 : UNSURE);
        expect(kernel.takeIn(length)).toBe(true);
        expect(kernel.read(length)).toBe(8);
        const { parsed, byKernel } = allWays(bytes, "text", { recordBytes: 2 * MOST_BYTES });
        expect(parsed.texts).toHaveLength(4);
        expect(byKernel.places).toEqual(parsed.places);
        expect(byKernel.texts.every((text, index) => text === parsed.texts[index])).toBe(true);
      }
    },
  );

  test("takes lines in piece by piece, wherever its memory is full", () => {
    const lengths = fc.array(fc.oneof(fc.integer({ min: 13, max: 400 }), fc.integer({ min: 13, max: 70_000 })));
    fc.assert(
      fc.property(lengths, fc.constantFrom("", '{"text":"no line feed"}'), (all, end) => {
        const { parsed, byKernel } = allWays(Buffer.from(all.map(line).join("") + end), "text");
        expect(byKernel).toEqual(parsed);
      }),
      { numRuns: 50 },
    );
  });

  test("is asked for when enough has been read to be worth it, and once where there is none", () => {
    const rules = { select: parseSelector("text"), vectors: null, recordBytes: MOST_BYTES };
    const created = vi.spyOn(TextKernel, "create");
    const read = vi.spyOn(TextKernel.prototype, "read");
    const few = blockOf(Buffer.from(line(40_000)));
    for (const times of [1, 0]) {
      const extractor = TextExtractor.of(parsePieces("text"));
      const outcomes = [1, 2, 3].map(() => outcomeOf(new RecordReader(rules, extractor), few));
      expect(outcomes.map(({ texts }) => texts[0].length)).toEqual([39_988, 39_988, 39_988]);
      expect(created).toHaveBeenCalledTimes(1);
      expect(read).toHaveBeenCalledTimes(2 * times);
      created.mockClear();
      read.mockClear();
      vi.stubGlobal("WebAssembly", undefined);
    }
  });

  test("leaves every line alone that JSON.parse or the limit of a record may refuse", () => {
    const read = vi.spyOn(TextKernel.prototype, "read");
    const block = blockOf(Buffer.from('{"text":"one","v":[1]}\n'));
    const rules = { select: parseSelector("text"), vectors: null, recordBytes: MOST_BYTES };
    const extractor = TextExtractor.of(parsePieces("text"), 0);
    const texts = (more: object, other: object = {}): readonly string[] =>
      outcomeOf(new RecordReader({ ...rules, ...more }, extractor), { ...block, ...other }).texts;
    expect(texts({ recordBytes: MOST_BYTES - 1 })).toEqual(["one"]);
    expect(texts({ vectors: { source: "v", steps: ["v"] } })).toEqual(["one"]);
    expect(texts({}, { bytes: Buffer.from([...block.bytes, 0xff, 10]) })).toEqual(["one"]);
    expect(read).not.toHaveBeenCalled();
    expect(texts({})).toEqual(["one"]);
    expect(read).toHaveBeenCalled();
  });
});
