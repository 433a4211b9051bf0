import { seededRandom } from "@corpulse/measurement";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chao1 } from "./chao1.ts";
import { plugInEntropy } from "./entropy/plug-in-entropy.ts";
import { frequencySpectrum } from "./frequency-spectrum.ts";
import { hillNumber } from "./hill-number.ts";
import { rarefiedTypes, rarefiedTypesOfDocuments } from "./rarefied-types.ts";
import { yuleK } from "./yule-k.ts";

const counts = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 40 });
const fewCounts = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 4 });

function* subsets(size: number): Generator<number> {
  for (let mask = 0; mask < 1 << size; mask++) yield mask;
}

const bits = (mask: number): number => mask.toString(2).replaceAll("0", "").length;

/** The mean number of different values among all subsets of `draws` members. */
function enumeratedTypes(members: readonly (readonly number[])[], draws: number): number {
  let sum = 0;
  let drawn = 0;
  for (const mask of subsets(members.length)) {
    if (bits(mask) !== draws) continue;
    drawn++;
    sum += new Set(members.flatMap((values, at) => ((mask >> at) & 1 ? values : []))).size;
  }
  return sum / drawn;
}

describe("rarefaction", () => {
  test("equals the mean over all draws, for up to twelve tokens", () => {
    fc.assert(
      fc.property(fewCounts, fc.nat(12), (types, wanted) => {
        const tokens = types.flatMap((count, type) => Array.from({ length: count }, () => [type]));
        const draws = Math.min(wanted, tokens.length);
        expect(rarefiedTypes(types, draws)).toBeCloseTo(enumeratedTypes(tokens, draws), 10);
      }),
      { numRuns: 60 },
    );
  });

  test("of documents equals the mean over all draws of documents", () => {
    const documents = fc.array(fc.uniqueArray(fc.nat(6), { maxLength: 5 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(documents, fc.nat(8), (corpus, wanted) => {
        const draws = Math.min(wanted, corpus.length);
        const frequencies = Array.from({ length: 7 }, (_, type) => corpus.filter((one) => one.includes(type)).length);
        const expected = enumeratedTypes(corpus, draws);
        expect(rarefiedTypesOfDocuments(frequencies, { documents: corpus.length, draws })).toBeCloseTo(expected, 10);
      }),
      { numRuns: 60 },
    );
  });

  test("begins with 0 and 1, rises ever more slowly, and ends with all types", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 12 }), (types) => {
        const total = types.reduce((sum, count) => sum + count, 0);
        const curve = Array.from({ length: total + 1 }, (_, draws) => rarefiedTypes(types, draws));
        const steps = curve.slice(1).map((value, at) => value - curve[at]);
        expect(curve[0]).toBe(0);
        expect(curve[1]).toBeCloseTo(1, 12);
        expect(curve[total]).toBe(types.length);
        for (const [at, step] of steps.entries()) {
          expect(step).toBeGreaterThanOrEqual(-1e-12);
          expect(step).toBeLessThanOrEqual((steps[at - 1] ?? 1) + 1e-12);
        }
      }),
      { numRuns: 50 },
    );
  });

  test("refuses a type that is in more documents than there are", () => {
    expect(() => rarefiedTypesOfDocuments([3], { documents: 2, draws: 1 })).toThrow(RangeError);
  });
});

describe("Hill numbers", () => {
  test("lie in 1…S and fall as the order rises", () => {
    fc.assert(
      fc.property(counts, (types) => {
        const profile = [0, 0.5, 1, 1.5, 2, 5, 50, Infinity].map((q) => hillNumber(types, q));
        expect(profile[0]).toBe(types.length);
        for (const [at, value] of profile.entries()) {
          expect(value).toBeGreaterThanOrEqual(1 - 1e-12);
          expect(value).toBeLessThanOrEqual((profile[at - 1] ?? Infinity) * (1 + 1e-12));
        }
      }),
    );
  });

  test("all equal the number of types when these are equally frequent, and not otherwise", () => {
    for (const q of [0, 0.5, 1, 2, 3, 80, Infinity]) expect(hillNumber([7, 7, 7, 7], q)).toBeCloseTo(4, 10);
    expect(hillNumber([7, 7, 7, 8], 1)).toBeLessThan(4 - 1e-4);
  });

  test("approach the exponential of entropy near order 1", () => {
    fc.assert(
      fc.property(counts, (types) => {
        const limit = Math.exp(plugInEntropy(types) * Math.LN2);
        for (const q of [1 - 1e-6, 1 + 1e-6]) expect(hillNumber(types, q) / limit).toBeCloseTo(1, 4);
      }),
    );
  });
});

test("Chao1 lies within its interval, which begins above the types seen", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 60 }), (types) => {
      const { estimate, standardError, interval } = chao1(types);
      const [low, high] = interval ?? [estimate, estimate];
      expect(low).toBeGreaterThanOrEqual(types.length);
      expect(estimate).toBeGreaterThanOrEqual(low);
      expect(high).toBeGreaterThanOrEqual(estimate);
      expect(standardError ?? 0).toBeGreaterThanOrEqual(0);
    }),
  );
});

test("k copies of everything leave shares, entropy and Hill numbers as they were", () => {
  fc.assert(
    fc.property(counts, fc.integer({ min: 2, max: 9 }), (types, copies) => {
      const more = types.map((count) => count * copies);
      expect(plugInEntropy(more)).toBeCloseTo(plugInEntropy(types), 10);
      for (const q of [0, 1, 2]) expect(hillNumber(more, q) / hillNumber(types, q)).toBeCloseTo(1, 10);
    }),
  );
});

test("two vocabularies of equal size without a common type have the mean entropy and one bit", () => {
  fc.assert(
    fc.property(counts, (types) => {
      const uniform = Array<number>(types.reduce((sum, count) => sum + count, 0)).fill(1);
      const mean = (plugInEntropy(types) + plugInEntropy(uniform)) / 2;
      expect(plugInEntropy([...types, ...uniform])).toBeCloseTo(mean + 1, 10);
    }),
  );
});

test("the order of types does not change a bit of the result", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([1, 1, 2, 3, 5, 8, 13, 100_000], { minLength: 8 }), (types) => {
      expect(frequencySpectrum(types)).toEqual(frequencySpectrum([1, 1, 2, 3, 5, 8, 13, 100_000]));
    }),
  );
});

test("a spectrum of zeros, small and large counts keeps them all", () => {
  const spectrum = frequencySpectrum([0, 70_000, 3, 70_000, 0, 3, 1]);
  expect([...spectrum.counts]).toEqual([1, 3, 70_000]);
  expect([...spectrum.types]).toEqual([1, 2, 2]);
  expect([spectrum.tokenTotal, spectrum.typeTotal]).toEqual([140_007, 5]);
});

/** M tokens drawn from the shares of `types`: the next generation of a perfect but finite model. */
function generation(types: readonly number[], size: number, random: () => number): number[] {
  const total = types.reduce((sum, count) => sum + count, 0);
  const next = types.map(() => 0);
  for (let draw = 0; draw < size; draw++) {
    let at = random() * total;
    let type = 0;
    while (type < types.length - 1 && at >= types[type]) at -= types[type++];
    next[type]++;
  }
  return next;
}

/** Mean and standard error of a number over runs. */
function overRuns(runs: number, one: () => number): { mean: number; error: number } {
  const values = Array.from({ length: runs }, one);
  const mean = values.reduce((sum, value) => sum + value, 0) / runs;
  return { mean, error: Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0)) / runs };
}

/** The chance that two tokens differ. */
const simpson = (types: readonly number[]): number => 1 - 1 / hillNumber(types, 2);

describe("a perfect model that is trained on itself (Wright–Fisher drift)", () => {
  const source = Array.from({ length: 60 }, (_, rank) => 1000 / (rank + 1));
  const size = 100;
  const atFirst = simpson(source);

  test("loses 1/M of 1 − 1/(Hill number 2) in each generation that replaces the last", () => {
    const random = seededRandom(1);
    const { mean, error } = overRuns(3000, () => {
      let types: readonly number[] = source;
      for (let g = 0; g < 5; g++) types = generation(types, size, random);
      return simpson(types);
    });
    expect(Math.abs(mean - atFirst * (1 - 1 / size) ** 5)).toBeLessThan(4 * error);
  });

  test("loses only 1/(M k²) in generation k when all generations are kept", () => {
    const random = seededRandom(2);
    const { mean, error } = overRuns(3000, () => {
      let pool = generation(source, size, random);
      for (let k = 2; k <= 5; k++) pool = generation(pool, size, random).map((count, type) => count + pool[type]);
      return simpson(pool);
    });
    const kept = [1, 2, 3, 4, 5].reduce((product, k) => product * (1 - 1 / (size * k * k)), 1);
    expect(Math.abs(mean - atFirst * kept)).toBeLessThan(4 * error);
  });

  test("keeps Σ (1 − (1 − x/M)^M) types, and so loses rare ones first", () => {
    const random = seededRandom(3);
    const types = generation(source, size, random);
    const expected = types.reduce((sum, count) => sum + 1 - (1 - count / size) ** size, 0);
    const { mean, error } = overRuns(3000, () => hillNumber(generation(types, size, random), 0));
    expect(Math.abs(mean - expected)).toBeLessThan(4 * error);
    expect(mean).toBeLessThan(0.85 * hillNumber(types, 0));
  });
});

test("Yule's K hardly moves with size: its mean over draws is (m−1)/m of the pair rate", () => {
  const types = [30, 20, 10, 5, 5, 5, 1, 1, 1, 1];
  const random = seededRandom(4);
  const pairRate = types.reduce((sum, count) => sum + (count / 79) ** 2, 0);
  const { mean, error } = overRuns(4000, () => yuleK(generation(types, 40, random)));
  expect(Math.abs(mean - 1e4 * (39 / 40) * pairRate)).toBeLessThan(4 * error);
});
