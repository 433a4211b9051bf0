import * as fc from "fast-check";
import { expect, test } from "vitest";
import { bitSet, setBits } from "./bits.ts";

const LENGTH = 200;

test("setBits() sets the bits of a range, and leaves those that are set", () => {
  const bound = fc.nat(LENGTH);
  fc.assert(
    fc.property(fc.array(fc.tuple(bound, bound), { maxLength: 4 }), (ranges) => {
      const bits = bitSet(LENGTH);
      for (const [from, to] of ranges) setBits(bits, from, to);
      const set = Array.from({ length: LENGTH }, (_, at) => ((bits[at >>> 5] >>> (at & 31)) & 1) === 1);
      expect(set).toEqual(Array.from(set, (_, at) => ranges.some(([from, to]) => from <= at && at < to)));
    }),
    { numRuns: 1000 },
  );
});
