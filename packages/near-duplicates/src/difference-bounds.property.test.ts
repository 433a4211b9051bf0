import * as fc from "fast-check";
import { expect, test } from "vitest";
import { DifferenceBounds, differingShare, WORDS } from "./difference-bounds.ts";
import { neededOverlap } from "./needed-overlap.ts";

const SHINGLES = 1000;

const shingleSet = fc.uniqueArray(fc.nat(SHINGLES - 1), { maxLength: 400 });

/** Sets at places, each with `alone` shingles more than the one before it that no other set holds. */
function boundsOf(sets: readonly (readonly number[])[], alone: number): DifferenceBounds {
  const sizes = Uint32Array.from(sets, (set, place) => set.length + alone * place);
  const bounds = new DifferenceBounds(new Int32Array(sets.length * WORDS), new Uint32Array(sets.length), sizes);
  for (const [place, set] of sets.entries()) bounds.set(place, Uint32Array.from(set), set.length);
  return bounds;
}

test("DifferenceBounds never says more than there is", () => {
  fc.assert(
    fc.property(shingleSet, shingleSet, fc.nat(20), (left, right, alone) => {
      const common = left.filter((shingle) => right.includes(shingle)).length;
      const together = left.length + right.length + alone;
      const share = (together - 2 * common) / together || 0;
      const bounds = boundsOf([left, right], alone);
      expect(bounds.exceeds(0, 1, share)).toBe(false);
      expect(bounds.exceeds(1, 0, share)).toBe(false);
    }),
  );
});

test.each([0.1, 0.29, 0.3, 0.57, 0.8, 0.9, 1])(
  "sets of similarity %d differ in no more than their share",
  (similarity) => {
    for (let together = 1; together <= 2000; together++) {
      const differing = together - 2 * neededOverlap(together, 0, similarity);
      expect(differing).toBeLessThanOrEqual(together * differingShare(similarity) + 1e-9);
    }
  },
);

test("DifferenceBounds tells sets apart that have nothing in common", () => {
  const numbers = Array.from({ length: 200 }, (_, shingle) => shingle);
  const bounds = boundsOf([numbers, numbers.map((shingle) => shingle + numbers.length), numbers], 0);
  expect(bounds.exceeds(0, 1, 0.1)).toBe(true);
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
  expect(bounds.exceeds(0, 1, 4 / 11)).toBe(true);
  expect(bounds.exceeds(0, 1, 5 / 11)).toBe(false);
});
