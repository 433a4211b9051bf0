import { SharedMemory } from "@corpulse/tokens";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { kernelIn } from "./kernel-in.ts";
import { sortedNumbers } from "./sorted-numbers.ts";

test("sortedNumbers() sorts with the kernel as without, whatever the numbers differ in", () => {
  const kernel = kernelIn(new SharedMemory(1));
  expect(kernel).not.toBe(null);
  const close = fc.integer({ min: 0, max: 2 ** 34 }).map((ulps) => 3 + ulps * 2 ** -51);
  const number = fc.oneof(fc.nat(), close, fc.double({ min: 0, noNaN: true }), fc.constantFrom(0, 1, Infinity));
  fc.assert(
    fc.property(fc.array(number, { maxLength: 200 }), (given) => {
      const numbers = Float64Array.from(given, Math.abs);
      const before = numbers.slice();
      expect(sortedNumbers(numbers, kernel)).toEqual(sortedNumbers(numbers, null));
      expect(numbers).toEqual(before);
    }),
    { numRuns: 1000 },
  );
});
