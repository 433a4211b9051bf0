import { expect, test } from "vitest";
import * as fc from "fast-check";
import { featureHash } from "./feature-hash.ts";
import { GRAM, LONGEST_SPELLING, MOST_GRAMS, WordGrams } from "./word-grams.ts";

function hashesOf(grams: readonly string[]): number[] {
  return grams.map((gram) => featureHash(gram, GRAM)).toSorted((a, b) => a - b);
}

/** The n-grams by their definition. */
function gramsOf(bounded: string): string[] {
  return [3, 4, 5].flatMap((length) =>
    Array.from({ length: Math.max(0, bounded.length - length + 1) }, (_, from) => bounded.slice(from, from + length)),
  );
}

const reader = new WordGrams();
const read = (word: string): number[] => [...reader.hashes.subarray(0, reader.read(word))].toSorted((a, b) => a - b);

test("a word is read as the hashes of its n-grams, boundaries included", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 12 }), (word) => {
      expect(read(word)).toEqual(hashesOf(gramsOf(`\u0002${word}\u0003`)));
    }),
  );
  expect(read("aaaaaaa")).toHaveLength(7 + 6 + 5);
});

test("the spelling of a longer word ends somewhere, without a boundary there", () => {
  const longest = Array.from({ length: LONGEST_SPELLING }, (_, at) => String.fromCharCode(97 + ((at * at) % 23))).join(
    "",
  );
  expect(read(longest)).toEqual(hashesOf(gramsOf(`\u0002${longest}\u0003`)));
  expect(read(longest).length).toBeLessThanOrEqual(MOST_GRAMS);
  for (const more of ["x", "y".repeat(100_000)])
    expect(read(longest + more)).toEqual(hashesOf(gramsOf(`\u0002${longest}`)));
});
