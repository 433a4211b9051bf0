import * as fc from "fast-check";
import { expect, test } from "vitest";
import { DifferenceBounds } from "./difference-bounds.ts";

const SHINGLES = 1000;

const shingleSet = fc.uniqueArray(fc.nat(SHINGLES - 1), { maxLength: 400 });

function boundsOf(sets: readonly (readonly number[])[], alone: number): DifferenceBounds {
  const bounds = new DifferenceBounds(sets.length);
  for (const [place, set] of sets.entries()) {
    bounds.set(place, Uint32Array.from(set), set.length, set.length + alone * place);
  }
  return bounds;
}

test("DifferenceBounds never says more than there is", () => {
  fc.assert(
    fc.property(shingleSet, shingleSet, fc.nat(20), (left, right, alone) => {
      const common = left.filter((shingle) => right.includes(shingle)).length;
      const differences = left.length + right.length - 2 * common + alone;
      const bounds = boundsOf([left, right], alone);
      expect(bounds.exceeds(0, 1, differences)).toBe(false);
      expect(bounds.exceeds(1, 0, differences)).toBe(false);
    }),
  );
});

test("DifferenceBounds tells sets apart that have nothing in common", () => {
  const numbers = Array.from({ length: 200 }, (_, shingle) => shingle);
  const bounds = boundsOf([numbers, numbers.map((shingle) => shingle + numbers.length), numbers], 0);
  expect(bounds.exceeds(0, 1, 40)).toBe(true);
  expect(bounds.exceeds(0, 2, 0)).toBe(false);
});

test("DifferenceBounds counts shingles that no other set holds one by one", () => {
  const bounds = boundsOf(
    [
      [1, 2, 3],
      [1, 2, 3],
    ],
    5,
  );
  expect(bounds.exceeds(0, 1, 4)).toBe(true);
  expect(bounds.exceeds(0, 1, 5)).toBe(false);
});
