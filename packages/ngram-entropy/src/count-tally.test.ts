import * as fc from "fast-check";
import { expect, test } from "vitest";
import { CountTally } from "./count-tally.ts";
import type { FrequencySpectrum } from "./frequency-spectrum.ts";

function slowSpectrum(counts: readonly number[]): FrequencySpectrum {
  const different = [...new Set(counts)].filter((count) => count > 0).toSorted((one, other) => one - other);
  const types = different.map((count) => counts.filter((other) => other === count).length);
  return {
    counts: Float64Array.from(different),
    types: Float64Array.from(types),
    tokenTotal: different.reduce((sum, count, at) => sum + count * types[at], 0),
    typeTotal: types.reduce((sum, of) => sum + of, 0),
  };
}

/** Around the end of the array, in it, and numbers that are not whole. */
const count = fc.oneof(fc.nat({ max: 5 }), fc.integer({ min: 4090, max: 4100 }), fc.constantFrom(0.5, 2.5, 70_000.5));

test("CountTally gives the spectrum of the counts, each time anew", () => {
  fc.assert(
    fc.property(fc.array(fc.array(count, { maxLength: 30 }), { maxLength: 4 }), (lists) => {
      const tally = new CountTally();
      for (const counts of lists) {
        for (const one of counts) tally.add(one, 1);
        expect(tally.takeSpectrum()).toEqual(slowSpectrum(counts));
      }
    }),
  );
});

test("CountTally forgets what is taken off again", () => {
  fc.assert(
    fc.property(fc.array(count, { maxLength: 30 }), fc.array(count, { maxLength: 10 }), (counts, passing) => {
      const tally = new CountTally();
      for (const one of [...counts, ...passing]) tally.add(one, 1);
      for (const one of passing) tally.add(one, -1);
      expect(tally.takeSpectrum()).toEqual(slowSpectrum(counts));
    }),
  );
});
