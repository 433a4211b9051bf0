import { ngramIndex, ownMemory, tokenCorpus } from "@corpulse/tokens";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clippedCount } from "./fixtures/clipped-count.ts";
import { fewWords } from "./fixtures/few-words.ts";
import { ownMatches } from "./own-matches.ts";
import { repeatCounts } from "./repeat-counts.ts";

const matchesOf = (texts: readonly string[], order: number): number[] => {
  const index = ngramIndex(tokenCorpus(texts));
  const { offsets } = index.corpus;
  return [...ownMatches(index.column(order), offsets, repeatCounts([index.column(order)], ownMemory))];
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

  test("leaves counts as it found them, for the next column", () => {
    const index = ngramIndex(tokenCorpus(["a b a b a b c", "a b a b", "a a b b b", "c c"]));
    const columns = [1, 2, 3].map((order) => index.column(order));
    const counts = repeatCounts(columns, ownMemory);
    const alone = columns.map((one) => ownMatches(one, index.corpus.offsets, repeatCounts([one], ownMemory)));
    for (const _ of [1, 2]) expect(columns.map((one) => ownMatches(one, index.corpus.offsets, counts))).toEqual(alone);
    expect([...counts.places, ...counts.records].some((number) => number !== 0)).toBe(false);
  });

  test("counts what comes tens of thousands of times", () => {
    const often = "a ".repeat(70_000);
    expect(matchesOf([often, `${often}a a`, "a"], 1)).toEqual([70_000, 70_000, 1]);
    expect(matchesOf([often, `${often}a a`, "a"], 2)).toEqual([69_999, 69_999, 0]);
  });
});
