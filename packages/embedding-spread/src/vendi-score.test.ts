import { describe, expect, test } from "vitest";
import { similarity } from "ml-distance";
import { FIVE_VALUES, FIVE_VECTORS } from "./fixtures/five-vectors.ts";
import { generatedRows } from "./fixtures/generated-rows.ts";
import { vendiFromKernel } from "./vendi-from-kernel.ts";
import { vendiScore } from "./vendi-score.ts";

const cosines = (rows: readonly number[][]): number[][] =>
  rows.map((a) => rows.map((b) => (a === b ? 1 : similarity.cosine(a, b))));

describe("vendiScore", () => {
  test("agrees with NumPy", () => {
    expect(vendiScore(FIVE_VECTORS).value).toBeCloseTo(FIVE_VALUES.vendi1, 13);
    expect(vendiScore(FIVE_VECTORS, { order: 2 }).value).toBeCloseTo(FIVE_VALUES.vendi2, 13);
  });

  test.each([
    ["more documents than dimensions", 60, 7],
    ["as many", 20, 20],
    ["fewer", 9, 300],
    ["blocks that are not full", 259, 5],
  ])("is the same from the dimensions as from the documents: %s", (_, count, dimensions) => {
    const rows = generatedRows(3, count, dimensions);
    for (const order of [1, 2] as const) {
      const expected = vendiFromKernel(cosines(rows), { order });
      expect(vendiScore(rows, { order }).value! / expected).toBeCloseTo(1, 11);
    }
  });

  test("is 1 for copies and n for n orthogonal vectors", () => {
    const copies = Array.from({ length: 50 }, () => [0.1, 0.7, -0.3]);
    const orthogonal = Array.from({ length: 12 }, (_, i) =>
      Array.from({ length: 12 }, (_unused, j) => (i === j ? i + 1 : 0)),
    );
    for (const order of [1, 2] as const) {
      expect(vendiScore(copies, { order }).value).toBeCloseTo(1, 12);
      expect(vendiScore(orthogonal, { order }).value).toBeCloseTo(12, 11);
    }
  });

  test("does not change when the whole corpus is repeated", () => {
    const rows = generatedRows(5, 30, 6);
    expect(vendiScore([...rows, ...rows, ...rows]).value).toBeCloseTo(vendiScore(rows).value!, 11);
  });

  test("says what it can at most be, and leaves zero vectors out", () => {
    const { parts, signature } = vendiScore([
      [1, 0],
      [0, 0],
      [0, 1],
      [1, 1],
    ]);
    expect(parts).toEqual({ vectors: 3, zero_vectors: 1, highest_possible: 2 });
    expect(signature).toBe("embedding-spread|embedding:given|dimensions:2|kernel:cosine|order:1|v:3");
  });

  test("refuses other orders, and fewer than two vectors", () => {
    // @ts-expect-error: the type allows 1 and 2 only
    expect(() => vendiScore([[1], [1]], { order: 3 })).toThrow(RangeError);
    expect(() => vendiScore([[1, 0]])).toThrow(
      "Cannot measure vendi_1: it needs at least 2 usable vectors, there are 1",
    );
    expect(() =>
      vendiScore([
        [1, 0],
        [0, 0],
      ]),
    ).toThrow("there are 1 (zero vectors: 1)");
  });
});
