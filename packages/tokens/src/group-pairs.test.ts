import * as fc from "fast-check";
import { expect, test } from "vitest";
import { groupPairs } from "./group-pairs.ts";
import { ngramIndex } from "./ngram-index.ts";
import { tokenCorpus } from "./token-corpus.ts";

test("groupPairs() links each position to the first of those given with the same pair, and counts the pairs", () => {
  const word = fc.constantFrom("a", "b", "c", "d");
  const words = fc.array(word, { minLength: 2, maxLength: 60 });
  fc.assert(
    fc.property(words, fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }), (text, chosen) => {
      const corpus = tokenCorpus([text.join(" ")]);
      const positions = Int32Array.from(text.keys()).filter((position) => position > 0 && chosen[position]);
      const links = Int32Array.from(text.keys());
      const pairs = groupPairs(corpus, ngramIndex(corpus).column(1), positions, links);

      const first = new Map<string, number>();
      const expected = Int32Array.from(text.keys());
      for (const position of positions) {
        const pair = `${text[position - 1]} ${text[position]}`;
        if (!first.has(pair)) first.set(pair, position);
        expected[position] = first.get(pair) ?? -1;
      }
      expect({ links, pairs }).toEqual({ links: expected, pairs: first.size });
    }),
    { numRuns: 500 },
  );
});
