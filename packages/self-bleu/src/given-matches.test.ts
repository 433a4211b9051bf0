import { ngramIndex, tokenCorpus } from "@corpulse/tokens";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { clippedCount } from "./fixtures/clipped-count.ts";
import { fewWords } from "./fixtures/few-words.ts";
import { givenMatches } from "./given-matches.ts";

test("givenMatches() equals clipping n-gram by n-gram", () => {
  fc.assert(
    fc.property(fewWords, fewWords, fc.integer({ min: 1, max: 3 }), (hypotheses, references, order) => {
      const index = ngramIndex(tokenCorpus([...hypotheses, ...references]));
      const matches = givenMatches(index.column(order), index.corpus.offsets, {
        candidates: { from: 0, to: hypotheses.length },
        references: { from: hypotheses.length, to: hypotheses.length + references.length },
      });
      expect([...matches]).toEqual(hypotheses.map((text) => clippedCount(text, references, order)));
    }),
    { numRuns: 1000 },
  );
});
