import { describe, expect, test } from "vitest";
import { minHash } from "./min-hash.ts";

const HASHES = 128;

function sign(shingles: readonly number[], seed: number): Int32Array {
  const target = new Int32Array(HASHES);
  minHash(HASHES, seed)({ shingles: Uint32Array.from(shingles), start: 0, end: shingles.length }, target);
  return target;
}

const range = (start: number, end: number): readonly number[] =>
  Array.from({ length: end - start }, (_, at) => start + at);

describe("minHash()", () => {
  test("estimates Jaccard similarities within four standard errors", () => {
    for (const [shared, own] of [
      [10, 2],
      [50, 50],
      [80, 10],
      [200, 4],
      [30, 300],
    ]) {
      for (let seed = 0; seed < 40; seed++) {
        // Ids side by side, as n-grams of one document have them: what a weak hash would give away.
        const left = sign(range(0, shared + own), seed);
        const right = sign([...range(0, shared), ...range(shared + own, shared + 2 * own)], seed);
        const estimate = left.filter((entry, at) => entry === right[at]).length / HASHES;
        const jaccard = shared / (shared + 2 * own);
        expect(Math.abs(estimate - jaccard)).toBeLessThan(
          4 * Math.sqrt((jaccard * (1 - jaccard)) / HASHES) + 1 / HASHES,
        );
      }
    }
  });

  test("makes every shingle of a set the smallest equally often", () => {
    const size = 20;
    const seeds = 400;
    const single = range(0, size).map(() => new Int32Array(HASHES));
    const wins = new Float64Array(size);
    for (let seed = 0; seed < seeds; seed++) {
      const hash = minHash(HASHES, seed);
      for (const shingle of range(0, size)) {
        hash({ shingles: Uint32Array.of(shingle), start: 0, end: 1 }, single[shingle]);
      }
      const all = new Int32Array(HASHES);
      hash({ shingles: Uint32Array.from(range(0, size)), start: 0, end: size }, all);
      for (const entry of range(0, HASHES)) wins[single.findIndex((images) => images[entry] === all[entry])]++;
    }
    const expected = (seeds * HASHES) / size;
    const chiSquare = wins.reduce((sum, won) => sum + (won - expected) ** 2 / expected, 0);
    // The 0.999 quantile of chi-square with 19 degrees of freedom.
    expect(chiSquare).toBeLessThan(43.82);
  });

  test("spreads images over all 32 bits: the smallest of n lies where it should", () => {
    const set = range(1000, 1099);
    let sum = 0;
    for (let seed = 0; seed < 50; seed++) {
      for (const smallest of sign(set, seed)) sum += (smallest + 2 ** 31) / 2 ** 32;
    }
    // The mean of the smallest of 99 uniform numbers is 1/100, with a standard error of 0.000124 over 6,400 draws.
    expect(sum / (50 * HASHES)).toBeCloseTo(0.01, 3);
  });

  test("has no two permutations that agree: the agreements of a pair vary as independent ones do", () => {
    let squares = 0;
    const runs = 300;
    for (let seed = 0; seed < runs; seed++) {
      const left = sign(range(0, 60), seed);
      const right = sign(range(20, 80), seed);
      const agreements = left.filter((entry, at) => entry === right[at]).length;
      squares += (agreements - HASHES / 2) ** 2;
    }
    // The variance of a binomial with 128 draws at 1/2 is 32; the estimate from 300 runs is off by 8 % (one sigma).
    expect(squares / runs / 32).toBeGreaterThan(0.7);
    expect(squares / runs / 32).toBeLessThan(1.3);
  });
});
