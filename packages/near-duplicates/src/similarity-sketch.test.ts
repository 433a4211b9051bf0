import { describe, expect, test } from "vitest";
import { spread } from "./spread.ts";
import { similaritySketch } from "./similarity-sketch.ts";

const BANDS = 21;
const ROWS = 6;

const range = (start: number, end: number): readonly number[] =>
  Array.from({ length: end - start }, (_, at) => start + at);

function sketch(shingles: readonly number[], seed: number, banding = { bands: BANDS, rows: ROWS }): Int32Array {
  const target = new Int32Array(banding.bands * banding.rows);
  similaritySketch(banding, seed)(Int32Array.from(shingles, spread), shingles.length, target);
  return target;
}

/** Ids side by side, as n-grams of one document have them: what a weak hash would give away. */
function sketchPair(shared: number, own: number, seed: number): readonly [Int32Array, Int32Array] {
  return [
    sketch(range(0, shared + own), seed),
    sketch([...range(0, shared), ...range(shared + own, shared + 2 * own)], seed),
  ];
}

const agreesIn = (left: Int32Array, right: Int32Array, band: number): boolean =>
  range(0, ROWS).every((row) => left[row * BANDS + band] === right[row * BANDS + band]);

/** From sets of one shingle, for which every bin is filled alone, to sets that fill all bins at once. */
const pairs = [
  [1, 1],
  [4, 1],
  [10, 2],
  [20, 5],
  [50, 50],
  [80, 10],
  [200, 4],
  [30, 300],
] as const;

describe("similaritySketch()", () => {
  test.each(pairs)("agrees in an entry with the chance of the Jaccard similarity: %d shared, %d own", (shared, own) => {
    const seeds = 60;
    let agreements = 0;
    for (let seed = 0; seed < seeds; seed++) {
      const [left, right] = sketchPair(shared, own, seed);
      agreements += left.filter((entry, at) => entry === right[at]).length;
    }
    const draws = seeds * BANDS * ROWS;
    const jaccard = shared / (shared + 2 * own);
    // Entries of one row vary together less than independent ones would.
    expect(Math.abs(agreements / draws - jaccard)).toBeLessThan(4 * Math.sqrt((jaccard * (1 - jaccard)) / draws));
  });

  test.each([
    [4, 1],
    [16, 2],
    [40, 5],
    [160, 20],
    [800, 100],
  ])("finds a pair at least as surely as independent permutations would: %d shared, %d own", (shared, own) => {
    const seeds = 1500;
    let bands = 0;
    let found = 0;
    for (let seed = 0; seed < seeds; seed++) {
      const [left, right] = sketchPair(shared, own, seed);
      const agreeing = range(0, BANDS).filter((band) => agreesIn(left, right, band)).length;
      bands += agreeing;
      if (agreeing > 0) found++;
    }
    const jaccard = shared / (shared + 2 * own);
    const chance = jaccard ** ROWS;
    const recall = 1 - (1 - chance) ** BANDS;
    const draws = seeds * BANDS;
    // A band agrees with the chance J^rows itself, for its rows have nothing in common.
    expect(Math.abs(bands / draws - chance)).toBeLessThan(4 * Math.sqrt((chance * (1 - chance)) / draws));
    expect(found / seeds).toBeGreaterThan(recall - 4 * Math.sqrt((recall * (1 - recall)) / seeds));
  });

  test("makes every shingle of a set the entry equally often", () => {
    const size = 20;
    const seeds = 400;
    const wins = new Float64Array(size);
    for (let seed = 0; seed < seeds; seed++) {
      const all = sketch(range(0, size), seed);
      // With one shingle less, the entries change in which it was.
      for (const shingle of range(0, size)) {
        const without = sketch(
          range(0, size).filter((other) => other !== shingle),
          seed,
        );
        wins[shingle] += all.filter((entry, at) => entry !== without[at]).length;
      }
    }
    const expected = (seeds * BANDS * ROWS) / size;
    const chiSquare = wins.reduce((sum, won) => sum + (won - expected) ** 2 / expected, 0);
    // The 0.999 quantile of chi-square with 19 degrees of freedom.
    expect(chiSquare).toBeLessThan(43.82);
  });

  test("does not depend on the order of the shingles", () => {
    expect(sketch(range(0, 50).toReversed(), 7)).toEqual(sketch(range(0, 50), 7));
  });

  test("has permutations of its own for each row of a single band", () => {
    const entries = sketch(range(0, 100), 1, { bands: 1, rows: 128 });
    expect(new Set(entries).size).toBe(128);
  });
});
