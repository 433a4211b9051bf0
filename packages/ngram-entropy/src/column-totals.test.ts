import { ngramIndex, tokenCorpus, whitespaceTokenizer } from "@corpulse/tokens";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { columnTotals, prefixSpectrum } from "./column-totals.ts";
import { CountTally } from "./count-tally.ts";
import { frequencySpectrum } from "./frequency-spectrum.ts";

const word = fc.constantFrom("a", "b", "c", "d");
const corpora = fc.array(fc.array(word, { maxLength: 12 }), { maxLength: 8 });
const orders = fc.integer({ min: 1, max: 3 });

/** The n-grams of each document, and whether a token follows. */
function slowNgrams(words: readonly string[], order: number): { ngram: string; followed: boolean }[] {
  return Array.from({ length: Math.max(0, words.length - order + 1) }, (_, at) => ({
    ngram: words.slice(at, at + order).join(" "),
    followed: at + order < words.length,
  }));
}

const countsOf = (ngrams: readonly string[]): number[] =>
  [...new Set(ngrams)].map((ngram) => ngrams.filter((other) => other === ngram).length);

test("columnTotals() and prefixSpectrum() count as a list of n-grams does", () => {
  fc.assert(
    fc.property(corpora, orders, (documents, order) => {
      const texts = documents.map((words) => words.join(" "));
      const index = ngramIndex(tokenCorpus(texts, { tokenizer: whitespaceTokenizer() }));
      const column = index.column(order);
      const ngrams = documents.map((words) => slowNgrams(words, order));
      const tally = new CountTally();
      const { spectrum, unseen } = columnTotals(column, tally);
      expect(spectrum).toEqual(frequencySpectrum(countsOf(ngrams.flat().map(({ ngram }) => ngram))));
      const holding = (ngram: string): number => ngrams.filter((of) => of.some((one) => one.ngram === ngram)).length;
      expect(unseen).toBe(ngrams.flat().filter(({ ngram }) => holding(ngram) === 1).length);
      const followed = ngrams.flat().filter((one) => one.followed);
      expect(prefixSpectrum(column, index.corpus.offsets, tally)).toEqual(
        frequencySpectrum(countsOf(followed.map(({ ngram }) => ngram))),
      );
    }),
    { numRuns: 300 },
  );
});
