import * as fc from "fast-check";
import { expect, test } from "vitest";
import { generatedTexts } from "./fixtures/generated-texts.ts";
import { ngramIndex } from "./ngram-index.ts";
import { tokenCorpus } from "./token-corpus.ts";

test("documentFrequencies() counts the documents that hold an n-gram, each once", () => {
  fc.assert(
    fc.property(generatedTexts, fc.integer({ min: 1, max: 4 }), (texts, order) => {
      const corpus = tokenCorpus(texts);
      const index = ngramIndex(corpus);
      const { ids, counts } = index.column(order);
      const held = texts.map(
        (_, at) => new Set(ids.subarray(corpus.offsets[at], corpus.offsets[at + 1]).filter((id) => id >= 0)),
      );
      const expected = Uint32Array.from(counts, (__, id) => held.filter((set) => set.has(id)).length);
      expect(index.documentFrequencies(order)).toEqual(expected);
    }),
    { numRuns: 1000 },
  );
});

test("documentFrequencies() are counted once", () => {
  const index = ngramIndex(tokenCorpus(["a b a b", "a b"]));
  expect([...index.documentFrequencies(2)]).toEqual([2, 1]);
  expect(index.documentFrequencies(2)).toBe(index.documentFrequencies(2));
});

test("documentFrequencies() are the counts themselves where no document repeats an n-gram", () => {
  const index = ngramIndex(tokenCorpus(["a b c", "a b"]));
  expect(index.documentFrequencies(2)).toBe(index.column(2).counts);
});
