import * as fc from "fast-check";
import { expect, test } from "vitest";
import { selectSmallest } from "./select-smallest.ts";

test("selectSmallest() moves the smallest to the front and touches nothing outside its part", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20)), fc.nat(), fc.nat(), fc.nat(), (numbers, from, to, many) => {
      const start = from % (numbers.length + 1);
      const end = start + (to % (numbers.length - start + 1));
      const count = many % (end - start + 1);
      const column = Uint32Array.from(numbers);
      selectSmallest(column, start, end, count);
      const ascending = numbers.slice(start, end).toSorted((a, b) => a - b);
      expect(Array.from(column.subarray(start, start + count)).toSorted((a, b) => a - b)).toEqual(
        ascending.slice(0, count),
      );
      expect(Array.from(column.subarray(start, end)).toSorted((a, b) => a - b)).toEqual(ascending);
      expect(Array.from(column.subarray(0, start))).toEqual(numbers.slice(0, start));
      expect(Array.from(column.subarray(end))).toEqual(numbers.slice(end));
    }),
    { numRuns: 5000, seed: 1 },
  );
});
