import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  countsOf,
  idsOf,
  LEXICAL_DIVERSITY,
  LEXICAL_RICHNESS,
  LEXICAL_RICHNESS_UNIT,
} from "./fixtures/lexical-texts.ts";
import { hdd } from "./hdd.ts";
import { mattr } from "./mattr.ts";
import { mtld } from "./mtld.ts";
import { rarefiedTypes } from "./rarefied-types.ts";
import { yuleK } from "./yule-k.ts";

const readme = idsOf(LEXICAL_RICHNESS);
const unit = idsOf(LEXICAL_RICHNESS_UNIT);

describe("the text of the LexicalRichness README", () => {
  test("has its 57 words and 39 types", () => {
    expect([readme.length, countsOf(readme).length]).toEqual([57, 39]);
  });

  test("has its published values", () => {
    expect(mattr(readme, { window: 25 })).toBeCloseTo(0.8351515151515151, 14);
    expect(mtld(readme)).toBeCloseTo(46.79226361031519, 11);
    expect(hdd(countsOf(readme))).toBeCloseTo(0.7468703323966486, 14);
    expect(yuleK(countsOf(readme))).toBeCloseTo(153.8935056940597, 11);
    // Simpson's D is K without its factors: Σx(x−1)/(N(N−1)).
    expect((yuleK(countsOf(readme)) * 57) / 56 / 1e4).toBeCloseTo(0.015664160401002505, 15);
    expect(mattr(readme, { window: 57 })).toBeCloseTo(0.6842105263157895, 15);
  });
});

describe("the text of the LexicalRichness unit tests", () => {
  test("has their values", () => {
    expect(mattr(unit, { window: 5 })).toBeCloseTo(0.9, 14);
    expect(mattr(unit, { window: 10 })).toBe(0.8);
    expect(mtld(unit)).toBeCloseTo(14.000000000000004, 12);
    expect(hdd(countsOf(unit), { draws: 5 })).toBeCloseTo(0.8833333333333332, 14);
    expect(yuleK(countsOf(unit))).toBeCloseTo(600, 10);
    expect((yuleK(countsOf(unit)) * 10) / 9 / 1e4).toBeCloseTo(0.06666666666666667, 15);
  });
});

describe("the lemmas of the lexical_diversity README", () => {
  test("have its published values", () => {
    const counts = countsOf(LEXICAL_DIVERSITY);
    expect(counts.length / LEXICAL_DIVERSITY.length).toBeCloseTo(0.5777777777777777, 15);
    expect(mattr(LEXICAL_DIVERSITY)).toBeCloseTo(0.7206106870229007, 13);
    expect(mattr(LEXICAL_DIVERSITY, { window: 25 })).toBeCloseTo(0.7961538461538458, 13);
    expect(hdd(counts)).toBeCloseTo(0.7346993253061275, 13);
    expect(mtld(LEXICAL_DIVERSITY)).toBeCloseTo(36.50595044690307, 11);
  });
});

const texts = fc.array(fc.nat(8), { minLength: 1, maxLength: 60 });

test("mattr() equals the windows taken one by one", () => {
  fc.assert(
    fc.property(texts, fc.integer({ min: 1, max: 20 }), (text, wanted) => {
      const window = Math.min(wanted, text.length);
      const windows = Array.from({ length: text.length - window + 1 }, (_, at) => text.slice(at, at + window));
      const ratios = windows.map((words) => new Set(words).size / window);
      expect(mattr(text, { window })).toBeCloseTo(ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length, 12);
    }),
  );
});

/** One direction of MTLD with a set for each stretch. */
function slowMtld(text: readonly number[]): number {
  let factors = 0;
  let stretch: number[] = [];
  for (const token of text) {
    stretch.push(token);
    if (new Set(stretch).size / stretch.length > 0.72) continue;
    factors++;
    stretch = [];
  }
  if (stretch.length > 0) factors += (1 - new Set(stretch).size / stretch.length) / (1 - 0.72);
  return factors === 0 ? text.length : text.length / factors;
}

describe("mtld()", () => {
  test("equals the stretches taken one by one", () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(mtld(text)).toBeCloseTo((slowMtld(text) + slowMtld(text.toReversed())) / 2, 10);
      }),
    );
  });

  test("reads backwards what it reads forwards", () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(mtld(text.toReversed())).toBe(mtld(text));
      }),
    );
  });

  test("is the length of a text that repeats nothing, and at the threshold a stretch is full", () => {
    expect(mtld([0, 1, 2, 3, 4, 5, 6])).toBe(7);
    // 18 types in 25 tokens are exactly 0.72.
    const exact = [...Array.from({ length: 18 }, (_, type) => type), 0, 1, 2, 3, 4, 5, 6];
    expect(mtld(exact)).toBeLessThanOrEqual(25);
    expect(slowMtld(exact)).toBe(25);
  });
});

test("hdd() is rarefaction to 42 tokens, divided by 42", () => {
  const counts = countsOf(LEXICAL_DIVERSITY);
  expect(hdd(counts)).toBe(rarefiedTypes(counts, 42) / 42);
});

test("a text that is too short is an error", () => {
  expect(() => mattr([0, 1], { window: 3 })).toThrow("in 1…2, current value is 3");
  expect(() => mattr([0, 1], { window: 1.5 })).toThrow(RangeError);
  expect(() => mtld([])).toThrow(RangeError);
  expect(() => mtld([0], { threshold: 1 })).toThrow(RangeError);
  expect(() => hdd([20, 21])).toThrow("in 1…41, current value is 42");
  expect(() => mattr([0, -1], { window: 1 })).toThrow("each must be an id");
});
