import { describe, expect, test } from "vitest";
import { chao1 } from "./chao1.ts";
import { extrapolatedTypes } from "./extrapolated-types.ts";
import { R_ENTROPY, SPIDERS } from "./fixtures/abundances.ts";
import { goodTuringMass } from "./good-turing-mass.ts";
import { heapsBeta } from "./heaps-beta.ts";
import { hillNumber } from "./hill-number.ts";
import { rarefiedHillNumber } from "./rarefied-hill-number.ts";
import { rarefiedTypes } from "./rarefied-types.ts";
import { sampleCoverage } from "./sample-coverage.ts";
import { yuleK } from "./yule-k.ts";

// All values: iNEXT's user guide for the spiders, reproduced to the printed digits by an independent script.
describe("the girdled-tree spiders of iNEXT", () => {
  test("coverage", () => {
    expect(sampleCoverage(SPIDERS)).toBeCloseTo(0.9288554387957967, 14);
    expect(goodTuringMass(SPIDERS).mass).toBe(12 / 168);
  });

  test("Chao1 with error and interval", () => {
    const { estimate, standardError, interval } = chao1(SPIDERS);
    expect(estimate).toBeCloseTo(43.89285714285714, 12);
    expect(standardError).toBeCloseTo(14.305578, 6);
    expect(interval?.[0]).toBeCloseTo(30.511048, 5);
    expect(interval?.[1]).toBeCloseTo(96.971164, 5);
  });

  test.each([
    [10, 6.478617],
    [19, 9.450323],
    [28, 11.51422],
    [37, 13.126817],
    [47, 14.622424],
    [84, 18.91236],
  ])("types in %i individuals", (draws, expected) => {
    expect(rarefiedTypes(SPIDERS, draws)).toBeCloseTo(expected, 6);
  });

  test.each([
    [1, 0.122327],
    [10, 0.596931],
    [84, 0.899514],
    [248, 0.948273],
    [336, 0.96357],
  ])("coverage of %i individuals", (size, expected) => {
    expect(sampleCoverage(SPIDERS, { size })).toBeCloseTo(expected, 6);
  });

  test.each([
    [248, 30.883406],
    [336, 34.730733],
  ])("types in %i individuals, more than there are", (size, expected) => {
    expect(extrapolatedTypes(SPIDERS, size)).toBeCloseTo(expected, 6);
  });

  test("Hill numbers, whole and at half the size", () => {
    expect(hillNumber(SPIDERS, 2)).toBeCloseTo(7.84, 4);
    // The unbiased inverse Simpson index is N(N−1)/Σx(x−1), in other words 10⁴ (N−1)/(N K).
    expect((1e4 * (167 / 168)) / yuleK(SPIDERS)).toBeCloseTo(8.1748, 4);
    expect(rarefiedHillNumber(SPIDERS, { draws: 84, order: 0 })).toBeCloseTo(18.91236, 5);
    expect(rarefiedHillNumber(SPIDERS, { draws: 84, order: 1 })).toBeCloseTo(10.963668, 6);
    expect(rarefiedHillNumber(SPIDERS, { draws: 84, order: 2 })).toBeCloseTo(7.531523, 6);
  });

  test("the curves meet at the present size", () => {
    expect(extrapolatedTypes(SPIDERS, 168)).toBe(26);
    expect(rarefiedTypes(SPIDERS, 168)).toBe(26);
    expect(sampleCoverage(SPIDERS, { size: 168 })).toBe(sampleCoverage(SPIDERS));
    expect(rarefiedHillNumber(SPIDERS, { draws: 168, order: 1 })).toBeCloseTo(hillNumber(SPIDERS, 1), 10);
    expect(rarefiedHillNumber(SPIDERS, { draws: 168, order: 2 })).toBeCloseTo(hillNumber(SPIDERS, 2), 10);
  });
});

describe("the example of R's entropy package", () => {
  test.each([
    [0, 8],
    [1, 7.159086640992589],
    [2, 6.563636363636364],
    [Infinity, 4.75],
  ])("Hill number of order %f", (order, expected) => {
    expect(hillNumber(R_ENTROPY, order)).toBeCloseTo(expected, 12);
  });

  test("Yule's K", () => {
    expect(yuleK(R_ENTROPY)).toBeCloseTo(997.2299168975069, 10);
  });
});

describe("without types seen twice", () => {
  test("Chao1 takes pairs of types seen once", () => {
    // S + ((N−1)/N) f₁(f₁−1)/2 with N = 8, f₁ = 3.
    expect(chao1([5, 1, 1, 1]).estimate).toBeCloseTo(4 + (7 / 8) * 3, 12);
  });

  test("a single type seen once hints at nothing unseen", () => {
    expect(chao1([5, 1])).toEqual({ estimate: 2, standardError: null, interval: null });
    expect(sampleCoverage([5, 1])).toBe(1);
    expect(extrapolatedTypes([5, 1], 60)).toBe(2);
  });
});

test("without types seen once the sample is complete", () => {
  expect(sampleCoverage([2, 3])).toBe(1);
  expect(heapsBeta([2, 3])).toBe(0);
  expect(goodTuringMass([2, 2])).toEqual({ mass: 0, standardError: 0.5 });
});

test("sizes that cannot be are errors", () => {
  expect(() => rarefiedTypes([1, 2], 4)).toThrow("in 0…3, current value is 4");
  expect(() => rarefiedTypes([1, 2], 1.5)).toThrow(RangeError);
  expect(() => extrapolatedTypes([1, 2], 2)).toThrow(RangeError);
  expect(() => sampleCoverage([1, 2], { size: 0 })).toThrow(RangeError);
  expect(() => rarefiedHillNumber([1, 2], { draws: 0, order: 1 })).toThrow(RangeError);
  expect(() => hillNumber([1, 2], -1)).toThrow(RangeError);
  expect(() => hillNumber([1, 2], Number.NaN)).toThrow(RangeError);
});
