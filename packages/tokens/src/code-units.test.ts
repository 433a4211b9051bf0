import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CodeUnits, pairsOf, textOf, textsOf } from "./code-units.ts";

test("CodeUnits keeps one text after another, with zeros behind it, and gives it back", () => {
  const text = new CodeUnits();
  for (const given of ["", "a\ud800é", "x".repeat(10_000), "short", "中".repeat(5000)]) {
    text.readText(given);
    expect(text.text()).toBe(given);
    expect([...text.units.subarray(given.length, given.length + 8)]).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  }
});

test("CodeUnits pairs units as memory shows them, or would show them on a machine that puts the lower half first", () => {
  const text = new CodeUnits();
  text.readText("abc\uffff\uffffz");
  expect([...text.pairs.subarray(0, 7)]).toEqual([...pairsOf(text.units, 14)]);
  expect(text.pairs[0]).toBe(0x61 | (0x62 << 16));
});

const unitsOf = (text: string): Uint16Array =>
  Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));

/** Texts end to end, and where each begins. */
function endToEnd(texts: readonly string[]): { readonly units: Uint16Array; readonly starts: Uint32Array } {
  const starts = new Uint32Array(texts.length + 1);
  for (const [at, { length }] of texts.entries()) starts[at + 1] = starts[at] + length;
  return { units: unitsOf(texts.join("")), starts };
}

describe("textsOf()", () => {
  test("gives back texts of any lengths that were put end to end, lone surrogates too", () => {
    const long = fc.integer({ min: 0, max: 9000 }).map((length) => "a\ud83d".repeat(length));
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string({ unit: "binary" }), long), { maxLength: 20 }), (texts) => {
        const { units, starts } = endToEnd(texts);
        expect(textsOf(units, starts)).toEqual(texts);
      }),
      { numRuns: 300 },
    );
  });

  test("gives none where there are none, and begins where the first one does", () => {
    expect(textsOf(unitsOf("abc"), Uint32Array.of(0))).toEqual([]);
    expect(textsOf(unitsOf("abcd"), Uint32Array.of(1, 2, 4))).toEqual(["b", "cd"]);
  });
});

test("textOf() makes strings that are longer than a call has arguments", () => {
  const text = "naïve ".repeat(100_000);
  expect(textOf(unitsOf(text), 6, text.length)).toBe(text.slice(6));
});
