import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { closestReferenceLength, closestReferenceLengths } from "./closest-reference-length.ts";

const lengths = (...values: number[]): Uint32Array => Uint32Array.from(values);

describe("closestReferenceLength()", () => {
  test("takes the shorter of two that are equally close", () => {
    expect(closestReferenceLength(lengths(11, 13), 12, false)).toBe(11);
  });

  test("leaves out one reference of the text's own length, and only one", () => {
    expect(closestReferenceLength(lengths(3, 5, 9), 5, true)).toBe(3);
    expect(closestReferenceLength(lengths(3, 5, 5), 5, true)).toBe(5);
    expect(closestReferenceLength(lengths(3, 5, 5), 5, false)).toBe(5);
  });

  test("looks at one side only at the ends", () => {
    expect(closestReferenceLength(lengths(3, 5), 3, true)).toBe(5);
    expect(closestReferenceLength(lengths(3, 5), 5, true)).toBe(3);
    expect(closestReferenceLength(lengths(3, 5), 1, false)).toBe(3);
    expect(closestReferenceLength(lengths(3, 5), 8, false)).toBe(5);
  });

  test("equals a search of all references", () => {
    const length = fc.nat(12);
    fc.assert(
      fc.property(fc.array(length, { minLength: 1, maxLength: 8 }), length, fc.boolean(), (others, own, isAmong) => {
        const closest = others.toSorted((a, b) => Math.abs(a - own) - Math.abs(b - own) || a - b)[0];
        const sorted = Uint32Array.from(isAmong ? [...others, own] : others).toSorted();
        expect(closestReferenceLength(sorted, own, isAmong)).toBe(closest);
      }),
      { numRuns: 1000 },
    );
  });
});

test("closestReferenceLengths() equals closestReferenceLength() of each", () => {
  const some = fc.array(fc.nat(12), { minLength: 2, maxLength: 20 });
  fc.assert(
    fc.property(some, some, fc.boolean(), (texts, others, exceptOwn) => {
      const sorted = Uint32Array.from(exceptOwn ? texts : others).toSorted();
      const expected = texts.map((length) => closestReferenceLength(sorted, length, exceptOwn));
      expect([...closestReferenceLengths(sorted, Uint32Array.from(texts), { longest: 12, exceptOwn })]).toEqual(
        expected,
      );
    }),
  );
});
