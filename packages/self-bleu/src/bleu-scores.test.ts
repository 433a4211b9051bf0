import * as fc from "fast-check";
import { expect, test } from "vitest";
import { bleuScore } from "./bleu-score.ts";
import { bleuScores } from "./bleu-scores.ts";
import { brevityPenalty } from "./brevity-penalty.ts";

test("bleuScores() equals bleuScore() of each candidate at each order", () => {
  // Texts of one length are judged by the same reference.
  const references = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 13, maxLength: 13 });
  const candidate = fc.record({
    length: fc.nat(12),
    shares: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 }),
  });
  const someOrders = fc.subarray([1, 2, 3, 4, 5], { minLength: 1 });
  fc.assert(
    fc.property(
      fc.array(candidate, { minLength: 1, maxLength: 6 }),
      references,
      someOrders,
      (candidates, closest, orders) => {
        const matchesAt = (n: number): Uint32Array =>
          Uint32Array.from(candidates, ({ length, shares }) => Math.round(shares[n] * Math.max(0, length - n)));
        const table = {
          lengths: Uint32Array.from(candidates, ({ length }) => length),
          matches: [0, 1, 2, 3, 4].map(matchesAt),
        };
        const penalties = Float64Array.from(closest, (reference, length) => brevityPenalty(length, reference));
        const expected = orders.map((order) =>
          Float64Array.from(candidates, ({ length }, at) => {
            const matches = table.matches.map((column) => column[at]);
            const ngrams = matches.map((_, n) => Math.max(0, length - n));
            return bleuScore({ matches, ngrams, length, referenceLength: closest[length] }, order);
          }),
        );
        const { scores, means, meanBrevityPenalty } = bleuScores(table, penalties, orders);
        expect(scores).toEqual(expected);
        const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;
        expected.forEach((values, at) => expect(means[at]).toBeCloseTo(mean(values), 14));
        expect(meanBrevityPenalty).toBeCloseTo(
          mean(Float64Array.from(table.lengths, (length) => penalties[length])),
          14,
        );
      },
    ),
    { numRuns: 500 },
  );
});
