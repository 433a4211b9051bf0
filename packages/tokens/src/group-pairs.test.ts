import * as fc from "fast-check";
import { expect, test } from "vitest";
import { groupPairs } from "./group-pairs.ts";
import { ngramIndex } from "./ngram-index.ts";
import { tokenCorpus } from "./token-corpus.ts";

test("groupPairs() names the first of some positions with the same pair, and counts the pairs", () => {
  const word = fc.constantFrom("a", "b", "c", "d");
  const words = fc.array(word, { minLength: 2, maxLength: 60 });
  fc.assert(
    fc.property(words, fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }), (text, chosen) => {
      const corpus = tokenCorpus([text.join(" ")]);
      const positions = Int32Array.from(text.keys()).filter((position) => position > 0 && chosen[position]);
      const first = new Map<string, number>();
      const firsts = positions.map((position, place) => {
        const pair = `${text[position - 1]} ${text[position]}`;
        if (!first.has(pair)) first.set(pair, place);
        return first.get(pair) ?? -1;
      });
      const found = groupPairs(corpus, ngramIndex(corpus).column(1), positions);
      expect(found).toEqual({ firsts, different: first.size });
    }),
    { numRuns: 500 },
  );
});
