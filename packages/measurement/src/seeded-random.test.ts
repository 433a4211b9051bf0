import { describe, expect, test } from "vitest";
import { drawWithoutReplacement, seededRandom } from "./seeded-random.ts";

const u32 = (value: bigint): bigint => BigInt.asUintN(32, value);

/** The C reference of mulberry32 (Tommy Ettinger 2017) in BigInt, which cannot share a slip with 32-bit arithmetic. */
function* mulberry32(seed: number, count: number): Generator<number> {
  let state = u32(BigInt(seed));
  for (let index = 0; index < count; index++) {
    state = u32(state + 0x6d2b79f5n);
    let z = u32((state ^ (state >> 15n)) * (state | 1n));
    z ^= u32(z + u32((z ^ (z >> 7n)) * (z | 61n)));
    yield Number(z ^ (z >> 14n)) / 2 ** 32;
  }
}

const draws = (seed: number, count: number): number[] => Array.from({ length: count }, seededRandom(seed));

describe("seededRandom()", () => {
  // Values that several public ports of mulberry32 agree on.
  test.each([
    [0, [0.26642920868471265, 0.0003297457005828619, 0.2232720274478197]],
    [1, [0.6270739405881613, 0.002735721180215478, 0.5274470399599522, 0.9810509674716741, 0.9683778982143849]],
    [42, [0.6011037519201636, 0.44829055899754167, 0.8524657934904099, 0.6697340414393693]],
  ])("gives the published numbers of mulberry32 for seed %d", (seed, expected) => {
    expect(draws(seed, expected.length)).toEqual(expected);
  });

  test.each([0, 1, -1, 2 ** 31, -(2 ** 31), 2 ** 32 + 5, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER])(
    "agrees with the reference in exact arithmetic for seed %d",
    (seed) => {
      expect(draws(seed, 1000)).toEqual([...mulberry32(seed, 1000)]);
    },
  );

  test("gives each source its own state", () => {
    const [a, b] = [seededRandom(7), seededRandom(7)];
    a();
    a();
    expect([b(), b(), b()]).toEqual(draws(7, 3));
  });

  test("stays in [0, 1)", () => {
    const numbers = draws(3, 100_000);
    expect(Math.min(...numbers.slice(0, 50_000), ...numbers.slice(50_000))).toBeGreaterThanOrEqual(0);
    expect(numbers.every((number) => number < 1)).toBe(true);
  });

  test("falls evenly into 64 cells", () => {
    const size = 64_000;
    const cells = new Uint32Array(64);
    for (const number of draws(11, size)) cells[Math.floor(number * 64)]++;
    const expected = size / cells.length;
    const chiSquare = cells.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    // The 0.001 and 0.999 quantiles of chi-square with 63 degrees of freedom: 32.5 and 103.4.
    expect(chiSquare).toBeGreaterThan(32.5);
    expect(chiSquare).toBeLessThan(103.4);
  });

  test.each([0.5, NaN, Infinity, 2 ** 53])("refuses %d as a seed", (seed) => {
    expect(() => seededRandom(seed)).toThrow(RangeError);
  });
});

describe("drawWithoutReplacement()", () => {
  test("gives the same draw for the same seed", () => {
    expect([...drawWithoutReplacement(10, 4, seededRandom(0))]).toEqual([
      ...drawWithoutReplacement(10, 4, seededRandom(0)),
    ]);
  });

  test("gives this draw for seed 0 on every machine", () => {
    // By hand: floor(0.2664 · 10) = 2 brings 2 to the front, floor(0.0003 · 9) = 0 leaves 1, floor(0.2233 · 8) = 1 brings 3.
    expect([...drawWithoutReplacement(10, 3, seededRandom(0))]).toEqual([1, 2, 3]);
  });

  test("never draws a number twice, and draws in rising order", () => {
    for (let seed = 0; seed < 200; seed++) {
      const drawn = [...drawWithoutReplacement(30, 12, seededRandom(seed))];
      expect(drawn).toHaveLength(12);
      expect(drawn).toEqual([...new Set(drawn)].toSorted((a, b) => a - b));
      expect(drawn.every((number) => number >= 0 && number < 30)).toBe(true);
    }
  });

  test("draws everything when everything is asked for, and nothing when nothing is", () => {
    expect([...drawWithoutReplacement(5, 5, seededRandom(1))]).toEqual([0, 1, 2, 3, 4]);
    expect([...drawWithoutReplacement(5, 0, seededRandom(1))]).toEqual([]);
    expect([...drawWithoutReplacement(0, 0, seededRandom(1))]).toEqual([]);
  });

  test("draws each of the 20 subsets of three out of six equally often", () => {
    const times = 20_000;
    const random = seededRandom(5);
    const counts = new Map<string, number>();
    for (let time = 0; time < times; time++) {
      const subset = drawWithoutReplacement(6, 3, random).join();
      counts.set(subset, (counts.get(subset) ?? 0) + 1);
    }
    expect(counts.size).toBe(20);
    const expected = times / 20;
    const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    // The 0.001 and 0.999 quantiles of chi-square with 19 degrees of freedom: 5.4 and 43.8.
    expect(chiSquare).toBeGreaterThan(5.4);
    expect(chiSquare).toBeLessThan(43.8);
  });

  test.each([-1, 6, 2.5, NaN])("refuses to draw %d out of 5", (size) => {
    expect(() => drawWithoutReplacement(5, size, seededRandom(0))).toThrow(RangeError);
  });
});
