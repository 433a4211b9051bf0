import * as fc from "fast-check";
import { expect, test } from "vitest";
import { bleuScore } from "./bleu-score.ts";
import { bleuScores } from "./bleu-scores.ts";
import { brevityPenalty } from "./brevity-penalty.ts";

test("bleuScores() equals bleuScore() of each candidate at each order", () => {
  const candidate = fc.record({
    length: fc.nat(12),
    referenceLength: fc.integer({ min: 1, max: 12 }),
    shares: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 }),
  });
  const someOrders = fc.subarray([1, 2, 3, 4, 5], { minLength: 1 });
  fc.assert(
    fc.property(fc.array(candidate, { maxLength: 6 }), someOrders, (candidates, orders) => {
      const matchesAt = (n: number): Uint32Array =>
        Uint32Array.from(candidates, ({ length, shares }) => Math.round(shares[n] * Math.max(0, length - n)));
      const table = {
        lengths: Uint32Array.from(candidates, ({ length }) => length),
        matches: [0, 1, 2, 3, 4].map(matchesAt),
      };
      const penalties = Float64Array.from(candidates, ({ length, referenceLength }) =>
        brevityPenalty(length, referenceLength),
      );
      const expected = orders.map((order) =>
        Float64Array.from(candidates, ({ length, referenceLength }, at) => {
          const matches = table.matches.map((column) => column[at]);
          const ngrams = matches.map((_, n) => Math.max(0, length - n));
          return bleuScore({ matches, ngrams, length, referenceLength }, order);
        }),
      );
      expect(bleuScores(table, penalties, orders)).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});
