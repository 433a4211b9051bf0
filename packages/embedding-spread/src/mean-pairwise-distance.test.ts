import { distance, similarity } from "ml-distance";
import { describe, expect, test } from "vitest";
import { FIVE_VALUES, FIVE_VECTORS } from "./fixtures/five-vectors.ts";
import { generatedRows } from "./fixtures/generated-rows.ts";
import { meanPairwiseDistance } from "./mean-pairwise-distance.ts";

function bruteForce(rows: readonly number[][], between: (a: number[], b: number[]) => number): number {
  let sum = 0;
  for (const a of rows) for (const b of rows) if (a !== b) sum += between(a, b);
  return sum / (rows.length * (rows.length - 1));
}

const cosineDistance = (a: number[], b: number[]): number => 1 - similarity.cosine(a, b);

function centred(rows: readonly number[][]): number[][] {
  const unit = rows.map((row) => row.map((value) => value / Math.hypot(...row)));
  const mean = unit[0].map((_, k) => unit.reduce((sum, row) => sum + row[k], 0) / unit.length);
  return unit.map((row) => row.map((value, k) => value - mean[k]));
}

describe("meanPairwiseDistance", () => {
  test("agrees with NumPy, a document with itself left out", () => {
    expect(meanPairwiseDistance(FIVE_VECTORS).value).toBeCloseTo(FIVE_VALUES.meanPairwiseDistance, 14);
  });

  test.each([1, 2, 3, 4])("in closed form is what all pairs give (seed %d)", (seed) => {
    const rows = generatedRows(seed, 40, 1 + seed);
    const { value, parts, exact } = meanPairwiseDistance(rows);
    expect(exact).toBe(true);
    expect(value).toBeCloseTo(bruteForce(rows, cosineDistance), 12);
    expect(parts.centred).toBeCloseTo(bruteForce(centred(rows), cosineDistance), 12);
    const squared = meanPairwiseDistance(rows, { distance: "squaredEuclidean" }).value;
    expect(squared).toBeCloseTo(bruteForce(rows, distance.squaredEuclidean), 12);
  });

  test("keeps its digits far from the origin", () => {
    const rows = generatedRows(8, 30, 3);
    const far = rows.map((row) => row.map((value) => value + 1e6));
    const expected = meanPairwiseDistance(rows, { distance: "squaredEuclidean" }).value!;
    expect(meanPairwiseDistance(far, { distance: "squaredEuclidean" }).value).toBeCloseTo(expected, 8);
  });

  test("is 0 for copies, 1 for orthogonal vectors, 2 for opposite ones", () => {
    expect(meanPairwiseDistance(Array.from({ length: 70 }, () => [0.3, -0.1])).value).toBeCloseTo(0, 20);
    expect(
      meanPairwiseDistance([
        [2, 0],
        [0, 5],
      ]).value,
    ).toBeCloseTo(1, 15);
    expect(
      meanPairwiseDistance([
        [1, 1],
        [-3, -3],
      ]).value,
    ).toBeCloseTo(2, 15);
  });

  test("has no centred part when all vectors point the same way", () => {
    expect(
      meanPairwiseDistance([
        [0.3, -0.1],
        [0.3, -0.1],
      ]).parts.centred,
    ).toBe(null);
  });

  test("a further copy adds its distances to the others", () => {
    const rows = generatedRows(4, 15, 4);
    const pairs = (15 * 14) / 2;
    const added = rows.reduce((sum, row) => sum + cosineDistance(rows[3], row), 0);
    const expected = (meanPairwiseDistance(rows).value! * pairs + added) / (pairs + 15);
    expect(meanPairwiseDistance([...rows, [...rows[3]]]).value).toBeCloseTo(expected, 12);
  });

  test("takes any symmetric distance of ml-distance over all pairs", () => {
    const rows = generatedRows(6, 25, 5);
    const { value, exact, signature } = meanPairwiseDistance(rows, { distance: "manhattan" });
    expect(value).toBeCloseTo(bruteForce(rows, distance.manhattan), 12);
    expect(exact).toBe(true);
    expect(signature).toBe("embedding-spread|embedding:given|dimensions:5|distance:manhattan|pairs:all|v:3");
  });

  test("samples pairs beyond the budget, with an interval and the seed in the signature", () => {
    const rows = generatedRows(7, 200, 4);
    const { value, interval, signature, exact } = meanPairwiseDistance(rows, {
      distance: "euclidean",
      pairBudget: 32_000,
      seed: 5,
    });
    const truth = bruteForce(rows, distance.euclidean);
    expect(exact).toBe(false);
    expect(signature).toContain("|distance:euclidean|pairs:1000|seed:5|");
    expect(interval!.low).toBeLessThan(truth);
    expect(interval!.high).toBeGreaterThan(truth);
    expect(Math.abs(value! - truth)).toBeLessThan(0.05);
  });

  test("its sampled intervals hold the true value about 19 times in 20", () => {
    const rows = generatedRows(9, 120, 3);
    const truth = bruteForce(rows, distance.euclidean);
    let held = 0;
    for (let seed = 0; seed < 400; seed++) {
      const { low, high } = meanPairwiseDistance(rows, { distance: "euclidean", pairBudget: 4800, seed }).interval!;
      if (low <= truth && truth <= high) held++;
    }
    expect(held / 400).toBeGreaterThan(0.92);
    expect(held / 400).toBeLessThan(0.98);
  });

  test("refuses a budget that is not positive, and fewer than two vectors", () => {
    expect(() => meanPairwiseDistance([[1], [2]], { pairBudget: 0 })).toThrow(RangeError);
    expect(() => meanPairwiseDistance([])).toThrow("it needs at least 2 usable vectors, there are 0");
  });
});
