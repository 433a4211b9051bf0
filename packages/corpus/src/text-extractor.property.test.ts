import * as fc from "fast-check";
import { expect, test } from "vitest";
import { bothWays } from "./fixtures/both-ways.ts";

const key = fc.constantFrom("text", "a", "b", "c", "a.b", "é", "t\\u0065xt", "__proto__", "");
const sign = fc.constantFrom(
  "a",
  " ",
  "é",
  "’",
  "中",
  "😀",
  "\\n",
  '\\"',
  "\\\\",
  "\\/",
  "\\u00e9",
  "\\ud83d",
  "\\uDE00",
  "\\u0000",
);
const string = fc.array(sign, { maxLength: 6 }).map((signs) => `"${signs.join("")}"`);
const space = fc.constantFrom("", "", "", " ", "\t", "\r", "  ");
const scalar = fc.oneof(
  { weight: 4, arbitrary: string },
  fc.constantFrom("null", "true", "false", "0", "-0", "1.5", "-12e+3", "1E9", "1e999", "12345678901234567890"),
);

/** JSON as text, written in any way that the grammar allows, keys more than once among them. */
const { json } = fc.letrec<{ json: string }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 4, depthSize: "small" },
    scalar,
    fc
      .array(fc.tuple(space, tie("json"), space), { maxLength: 3 })
      .map((list) => `[${list.map((one) => one.join("")).join(",")}]`),
    fc
      .array(fc.tuple(space, key, space, tie("json"), space), { maxLength: 4 })
      .map((members) => `{${members.map(([a, name, b, value, c]) => `${a}"${name}"${b}:${value}${c}`).join(",")}}`),
  ),
}));

const selector = fc.constantFrom(
  "text",
  ".",
  "a.b",
  "a.a.a",
  "a[0]",
  "a[1].b",
  "a[].b",
  "a[][]",
  "[].a",
  '["a.b"]',
  "é",
  "{a}\\n{b}",
  "{b}{a?}{c}",
  "x{text?}y{a?}z{b?}",
  "{a[].a} {b.c?}",
  "{a.b}{a.c}",
  "{a}{a}",
  "__proto__",
);

test("generated JSON is the same in both ways", () => {
  const record = fc.oneof(
    json,
    fc
      .array(fc.tuple(key, json), { maxLength: 4 })
      .map((members) => `{${members.map(([name, value]) => `"${name}":${value}`).join(",")}}`),
  );
  fc.assert(
    fc.property(fc.array(record, { maxLength: 4 }), fc.constantFrom("", "\n"), selector, (records, end, text) => {
      const { parsed, extracted } = bothWays(Buffer.from(records.join("\n") + end), text);
      expect(extracted).toEqual(parsed);
    }),
    { numRuns: 5000 },
  );
});

test("generated JSON with bytes that were changed, left out or put in is the same in both ways", () => {
  const signs = fc.oneof(fc.constantFrom(...Buffer.from('"\\{}[],:0-.eEu \t\n\r\0ntf')), fc.nat(255));
  const change = fc.record({ at: fc.nat(), byte: signs, kind: fc.constantFrom("set", "insert", "delete") });
  fc.assert(
    fc.property(
      json,
      json,
      fc.array(change, { minLength: 1, maxLength: 3 }),
      selector,
      (first, second, changes, text) => {
        const bytes = [...Buffer.from(`{"text":${first},"a":${second},"b":"b"}\n{"text":"good"}\n`)];
        for (const { at, byte, kind } of changes) {
          bytes.splice(at % bytes.length, kind === "insert" ? 0 : 1, ...(kind === "delete" ? [] : [byte]));
        }
        const { parsed, extracted } = bothWays(Uint8Array.from(bytes), text);
        expect(extracted).toEqual(parsed);
      },
    ),
    { numRuns: 10_000 },
  );
});

test("numbers and literals cut anywhere are the same in both ways", () => {
  const number = fc.string({ unit: fc.constantFrom("0", "1", "9", "-", "+", ".", "e", "E"), maxLength: 8 });
  const word = fc.string({ unit: fc.constantFrom("n", "u", "l", "t", "r", "e", "f", "a", "s"), maxLength: 5 });
  fc.assert(
    fc.property(fc.oneof(number, word), (value) => {
      const { parsed, extracted } = bothWays(
        Buffer.from(`{"x":${value},"text":"t"}\n{"text":"t","x":[${value}]}\n{"text":${value}}\n`),
        "text",
      );
      expect(extracted).toEqual(parsed);
    }),
    { numRuns: 5000 },
  );
});
