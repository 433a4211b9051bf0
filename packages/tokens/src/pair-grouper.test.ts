import * as fc from "fast-check";
import { expect, test } from "vitest";
import { PairGrouper } from "./pair-grouper.ts";
import { tokenCorpus } from "./token-corpus.ts";

test("PairGrouper numbers the groups of positions with the same pair from 1, and gives 0 to the others", () => {
  const word = fc.constantFrom("a", "b", "c", "d");
  const words = fc.array(word, { minLength: 2, maxLength: 60 });
  fc.assert(
    fc.property(words, fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }), (text, chosen) => {
      const corpus = tokenCorpus([text.join(" ")]);
      const positions = Int32Array.from(text.keys()).filter((position) => position > 0 && chosen[position]);
      const pairs = Array.from(positions, (position) => `${text[position - 1]} ${text[position]}`);
      for (const mostItems of [undefined, 7, 1]) {
        const grouper = new PairGrouper(corpus.tokens, mostItems);
        // What an earlier call leaves behind must not show.
        for (let call = 0; call < 2; call++) {
          const { groups, count } = grouper.group(corpus.tokens, positions);
          const repeated = pairs.filter((pair) => pairs.indexOf(pair) !== pairs.lastIndexOf(pair));
          const expected = pairs.map((pair) => (repeated.includes(pair) ? groups[pairs.indexOf(pair)] : 0));
          expect([...groups.subarray(0, pairs.length)]).toEqual(expected);
          const numbers = new Set(groups.filter((group) => group > 0));
          expect([numbers.size, Math.max(0, ...numbers)]).toEqual([new Set(repeated).size, count]);
          expect(count).toBe(numbers.size);
        }
      }
    }),
    { numRuns: 500 },
  );
});
