import { ngramIndex, tokenCorpus } from "@corpulse/tokens";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clippedCount } from "./fixtures/clipped-count.ts";
import { fewWords } from "./fixtures/few-words.ts";
import { ownMatches } from "./own-matches.ts";

const matchesOf = (texts: readonly string[], order: number): number[] => {
  const index = ngramIndex(tokenCorpus(texts));
  return [...ownMatches(index.column(order), index.corpus.offsets)];
};

describe("ownMatches()", () => {
  test("clips what a document has more of than any other, whatever the order of the documents", () => {
    expect(matchesOf(["a", "a a a", "a a"], 1)).toEqual([1, 2, 2]);
    expect(matchesOf(["a a a", "a a", "a"], 1)).toEqual([2, 2, 1]);
    expect(matchesOf(["a", "a a", "a a a"], 1)).toEqual([1, 2, 2]);
  });

  test("clips nothing where documents tie, and matches nothing that no other document has", () => {
    expect(matchesOf(["a a", "b b b", "a a"], 1)).toEqual([2, 0, 2]);
  });

  test("equals clipping n-gram by n-gram", () => {
    fc.assert(
      fc.property(fewWords, fc.integer({ min: 1, max: 3 }), (given, order) => {
        const expected = given.map((text, at) => clippedCount(text, given.toSpliced(at, 1), order));
        expect(matchesOf(given, order)).toEqual(expected);
      }),
      { numRuns: 1000 },
    );
  });
});
