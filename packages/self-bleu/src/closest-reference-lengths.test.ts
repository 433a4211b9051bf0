import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { closestReferenceLengths } from "./closest-reference-lengths.ts";

/** The length that a text of some length is judged by, beside references of others. */
function closest(references: readonly number[], length: number, exceptOwn: boolean): number {
  const counts = new Uint32Array(Math.max(length, ...references) + 1);
  for (const reference of references) counts[reference]++;
  return closestReferenceLengths(counts, exceptOwn)[length];
}

describe("closestReferenceLengths()", () => {
  test("takes the shorter of two that are equally close", () => {
    expect(closest([11, 13], 12, false)).toBe(11);
  });

  test("leaves out one reference of the text's own length, and only one", () => {
    expect(closest([3, 5, 9], 5, true)).toBe(3);
    expect(closest([3, 5, 5], 5, true)).toBe(5);
    expect(closest([3, 5, 5], 5, false)).toBe(5);
  });

  test("looks at one side only at the ends", () => {
    expect(closest([3, 5], 3, true)).toBe(5);
    expect(closest([3, 5], 5, true)).toBe(3);
    expect(closest([3, 5], 1, false)).toBe(3);
    expect(closest([3, 5], 8, false)).toBe(5);
  });

  test("knows references and texts without a token", () => {
    expect(closest([0, 5], 0, true)).toBe(5);
    expect(closest([0, 0, 1], 0, true)).toBe(0);
    expect(closest([0, 5], 2, false)).toBe(0);
    expect(closest([0], 0, true)).toBe(-1);
  });

  test("equals a search of all references", () => {
    const length = fc.nat(12);
    fc.assert(
      fc.property(fc.array(length, { minLength: 1, maxLength: 8 }), length, fc.boolean(), (others, own, isAmong) => {
        const expected = others.toSorted((a, b) => Math.abs(a - own) - Math.abs(b - own) || a - b)[0];
        expect(closest(isAmong ? [...others, own] : others, own, isAmong)).toBe(expected);
      }),
      { numRuns: 1000 },
    );
  });
});
