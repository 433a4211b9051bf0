import * as fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { bothWays } from "./fixtures/both-ways.ts";
import { TextKernel } from "./text-kernel.ts";

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

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

describe("a kernel, which has read enough to be worth it, copies long records as JSON.parse reads them", () => {
  const enough = `{"text":"${"so much comes before ".repeat(2000)}"}\n`.repeat(2).trimEnd();
  const run = fc.nat(70).map((length) => "plain text ".repeat(7).slice(0, length));
  const filled = fc
    .array(fc.tuple(run, fc.oneof(sign, fc.constantFrom("\x7f", "\x1f", "\t", "\\x", '"', "")), run), { maxLength: 12 })
    .map((parts) => `"${parts.flat().join("")}"`);
  const record = fc
    .tuple(filled, json, filled, fc.nat(300))
    .map(([text, other, a, length]) => `{"text":${text},"b":${other},"pad":"${"p".repeat(length)}","a":${a}}`);

  test.each(["text", "{a}\\n{text}", "x{text?}y{a?}z{b?}"])("with the selector %s", (text) => {
    const copied = vi.spyOn(TextKernel.prototype, "copyPlain");
    fc.assert(
      fc.property(fc.array(record, { minLength: 1, maxLength: 4 }), (records) => {
        const { parsed, extracted } = bothWays(Buffer.from([enough, ...records].join("\n") + "\n"), text);
        expect(extracted).toEqual(parsed);
      }),
      { numRuns: 400 },
    );
    expect(copied).toHaveBeenCalled();
  });

  test("and where there is no WebAssembly they are the same", () => {
    vi.stubGlobal("WebAssembly", undefined);
    const copied = vi.spyOn(TextKernel.prototype, "copyPlain");
    const records = [enough, `{"text":"${"é’\\n plain ".repeat(60)}"}`, `{"text":"${"x".repeat(70_000)}"}`];
    const { parsed, extracted } = bothWays(Buffer.from(records.join("\n") + "\n"), "text");
    expect(extracted).toEqual(parsed);
    expect(copied).not.toHaveBeenCalled();
  });

  test("and where there is no kernel it is asked for once, not for each record", () => {
    vi.stubGlobal("WebAssembly", undefined);
    const created = vi.spyOn(TextKernel, "create");
    const { parsed, extracted } = bothWays(Buffer.from(`${enough}\n`.repeat(3)), "text");
    expect(extracted).toEqual(parsed);
    expect(created).toHaveBeenCalledTimes(1);
  });

  test("at every length about where it begins and ends to be used", () => {
    for (const length of [240, 250, 256, 260, 65_510, 65_520, 65_526, 65_536, 65_600]) {
      for (let more = 0; more < 8; more++) {
        const records = [enough, `{"text":"${"a".repeat(length + more)}"}`, '{"text":"b"}'];
        const { parsed, extracted } = bothWays(Buffer.from(records.join("\n") + "\n"), "text");
        expect(extracted).toEqual(parsed);
      }
    }
  });
});
