import { distance, similarity } from "ml-distance";
import { describe, expect, test } from "vitest";
import { FIVE_VALUES, FIVE_VECTORS } from "./fixtures/five-vectors.ts";
import { generatedRows } from "./fixtures/generated-rows.ts";
import { meanNearestDistance } from "./mean-nearest-distance.ts";

type Row = readonly number[];
type Between = (a: number[], b: number[]) => number;

function bruteForce(rows: readonly Row[], between: Between): number {
  const nearest = rows.map((a, i) => Math.min(...rows.filter((_, j) => i !== j).map((b) => between([...a], [...b]))));
  return nearest.reduce((sum, value) => sum + value, 0) / rows.length;
}

const cosineDistance: Between = (a, b) => 1 - similarity.cosine(a, b);

/** Clusters of uneven density: nearest distances vary widely, which is what makes intervals hard. */
function clusters(seed: number, count: number, dimensions: number): number[][] {
  const centres = generatedRows(seed, 12, dimensions);
  return generatedRows(seed + 1, count, dimensions).map((row, i) =>
    row.map((value, k) => centres[i % 12][k] + (value * (1 + (i % 12))) / 12),
  );
}

describe("meanNearestDistance", () => {
  test("agrees with NumPy", () => {
    expect(meanNearestDistance(FIVE_VECTORS).value).toBeCloseTo(FIVE_VALUES.meanNearestDistance, 14);
  });

  test.each([2, 3, 4, 5, 127, 128, 129, 131])("finds the nearest of each of %d documents", (count) => {
    const rows = generatedRows(count, count, 4);
    expect(meanNearestDistance(rows).value).toBeCloseTo(bruteForce(rows, cosineDistance), 12);
    expect(meanNearestDistance(rows, { distance: "euclidean" }).value).toBeCloseTo(
      bruteForce(rows, distance.euclidean),
      12,
    );
    expect(meanNearestDistance(rows, { distance: "squaredEuclidean" }).value).toBeCloseTo(
      bruteForce(rows, distance.squaredEuclidean),
      12,
    );
    expect(meanNearestDistance(rows, { distance: "chebyshev" }).value).toBeCloseTo(
      bruteForce(rows, distance.chebyshev),
      12,
    );
  });

  test("finds Euclidean neighbours far from the origin", () => {
    const rows = generatedRows(11, 60, 5);
    const far = rows.map((row) => row.map((value) => value + 1e5));
    expect(meanNearestDistance(far, { distance: "euclidean" }).value).toBeCloseTo(
      bruteForce(far, distance.euclidean),
      9,
    );
  });

  test("is exactly 0 when every document has a copy, in 32 and in 64 bits", () => {
    const rows = generatedRows(2, 40, 9);
    const twice = [...rows, ...rows];
    expect(meanNearestDistance(twice).value).toBe(0);
    expect(meanNearestDistance({ data: Float32Array.from(twice.flat()), dimensions: 9, name: "x" }).value).toBe(0);
    expect(meanNearestDistance(twice, { distance: "euclidean" }).value).toBe(0);
  });

  test("draws documents beyond the budget, each with its nearest among all", () => {
    const rows = clusters(1, 300, 6);
    const neighbourBudget = 50 * 300 * 6;
    const sampled = meanNearestDistance(rows, { neighbourBudget, seed: 3 });
    expect(sampled.exact).toBe(false);
    expect(sampled.parts.queries).toBe(50);
    expect(sampled.interval!.method).toBe("exact nearest distances of 50 sampled documents");
    expect(sampled.signature).toContain("|queries:50|seed:3|");
    expect(sampled.value).not.toBe(meanNearestDistance(rows, { neighbourBudget, seed: 4 }).value);
    expect(sampled).toEqual(meanNearestDistance(rows, { neighbourBudget, seed: 3 }));
  });

  test("costs eight times as much pair by pair, so that fewer documents are drawn", () => {
    const rows = clusters(1, 800, 6);
    const neighbourBudget = 400 * 800 * 6 - 1;
    expect(meanNearestDistance(rows, { neighbourBudget }).parts.queries).toBe(399);
    expect(meanNearestDistance(rows, { neighbourBudget, distance: "manhattan" }).parts.queries).toBe(49);
  });

  test("never draws fewer than 32 documents, and all when there are not more", () => {
    expect(meanNearestDistance(clusters(1, 200, 6), { neighbourBudget: 1 }).parts.queries).toBe(32);
    expect(meanNearestDistance(clusters(1, 20, 6), { neighbourBudget: 1 })).toMatchObject({
      exact: true,
      parts: { queries: 20 },
    });
  });

  test.each(["cosine", "euclidean"] as const)("its intervals hold the exact %s value about 19 times in 20", (name) => {
    const rows = clusters(20, 600, 6);
    const exact = meanNearestDistance(rows, { distance: name }).value!;
    const seeds = 300;
    let held = 0;
    let width = 0;
    for (let seed = 0; seed < seeds; seed++) {
      const { low, high } = meanNearestDistance(rows, {
        distance: name,
        neighbourBudget: 80 * 600 * 6,
        seed,
      }).interval!;
      if (low <= exact && exact <= high) held++;
      width += (high - low) / seeds;
    }
    expect(held / seeds).toBeGreaterThan(0.91);
    // They allow for documents that have nothing in common with any other, of which there are none here.
    expect(held / seeds).toBeLessThan(0.99);
    expect(width).toBeLessThan(2 * exact);
  });

  // 10 of 1,000 documents are alone, all others have a near-copy: Student's interval held the exact value in 64 % of draws
  // of 100, as a simulation in NumPy found too; two values more make it 95 % and more.
  test("its intervals hold where the few documents that are alone decide the mean", () => {
    const centres = generatedRows(31, 10, 8);
    const noise = generatedRows(32, 1000, 8);
    const rows = noise.map((row, i) =>
      i % 100 === 0 ? row : row.map((value, k) => centres[i % 10][k] + 0.01 * value),
    );
    const exact = meanNearestDistance(rows).value!;
    const draws = Array.from({ length: 200 }, (_, seed) =>
      meanNearestDistance(rows, { neighbourBudget: 100 * 1000 * 8, seed }),
    );
    const held = draws.filter(({ interval }) => interval!.low <= exact && exact <= interval!.high);
    expect(held.length / draws.length).toBeGreaterThan(0.95);
    for (const { value, interval } of draws) expect(interval!.high - value!).toBeLessThan(0.12);
  });

  test("reports rising shares of progress up to 1", () => {
    for (const neighbourBudget of [Infinity, 1]) {
      const shares: number[] = [];
      meanNearestDistance(clusters(3, 700, 3), { neighbourBudget, progress: (share) => shares.push(share) });
      expect(shares).toEqual(shares.toSorted((a, b) => a - b));
      expect(shares.at(-1)).toBeGreaterThan(0.9);
      expect(shares.at(-1)).toBeLessThanOrEqual(1);
    }
  });

  test("refuses a budget or a distance that makes no sense", () => {
    expect(() => meanNearestDistance([[1], [2]], { neighbourBudget: Number.NaN })).toThrow(RangeError);
    expect(() =>
      meanNearestDistance(
        [
          [1, -1],
          [2, 1],
        ],
        { distance: "canberra" },
      ),
    ).toThrow(
      "Cannot measure mean_nearest_distance: the canberra distance needs coordinates above 0, the smallest is -1",
    );
  });
});
