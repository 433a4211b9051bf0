import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isLooser } from "./is-looser.ts";
import type { ChangeBound } from "./policy.ts";
import { toleratedChange } from "./tolerated-change.ts";

const TWENTIETHS: readonly number[] = Array.from({ length: 21 }, (_, index) => index / 20);
const amount = fc.constantFrom(...TWENTIETHS);
const bound: fc.Arbitrary<ChangeBound> = fc
  .record({
    kind: fc.constant("max_rise" as const),
    rel: fc.option(amount),
    abs: fc.option(amount),
    need: fc.constantFrom("both" as const, "either" as const),
  })
  .filter(({ rel, abs }) => rel !== null || abs !== null);

/** Two limits that differ do so by at least 1/20 of 1/20 somewhere, and their kinks lie at ratios of twentieths. */
const GRID: readonly number[] = [...new Set(TWENTIETHS.flatMap((abs) => TWENTIETHS.map((rel) => abs / rel)))].filter(
  (at) => at <= 1,
);
const ROUNDING = 1e-9;

describe("isLooser()", () => {
  test("says so exactly where the limit tolerates more for some expected value", () => {
    fc.assert(
      fc.property(bound, bound, (limit, than) => {
        const more = GRID.map((at) => toleratedChange(limit, at) - toleratedChange(than, at));
        expect(isLooser(limit, than, 1)).toBe(Math.max(...more) > ROUNDING);
      }),
      { numRuns: 500 },
    );
  });

  test("calls no limit looser than itself", () => {
    fc.assert(
      fc.property(bound, (limit) => {
        expect(isLooser(limit, limit, 1)).toBe(false);
      }),
    );
  });

  test("looks beyond every kink where the range has no end", () => {
    const share: ChangeBound = { kind: "max_rise", rel: 0.1, abs: null, need: "either" };
    const amountOnly: ChangeBound = { kind: "max_rise", rel: null, abs: 1000, need: "either" };
    expect(isLooser(share, amountOnly, null)).toBe(true);
    expect(isLooser(amountOnly, share, null)).toBe(true);
    expect(isLooser(share, { ...share, abs: 1000, need: "both" }, null)).toBe(false);
  });
});
