import { type Memory, ownMemory, SharedMemory } from "@corpulse/tokens";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { columnTotals, prefixSpectrum } from "./column-totals.ts";
import { CountTally } from "./count-tally.ts";
import { indexIn } from "./fixtures/index-in.ts";
import { frequencySpectrum } from "./frequency-spectrum.ts";
import { kernelIn } from "./kernel-in.ts";

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

test.each<readonly [string, Memory]>([
  ["the kernel", new SharedMemory(1)],
  ["the loops in TypeScript", ownMemory],
])("columnTotals() and prefixSpectrum() count with %s as a list of n-grams does", (_, memory) => {
  const kernel = kernelIn(memory);
  expect(kernel === null).toBe(memory === ownMemory);
  fc.assert(
    fc.property(corpora, orders, (documents, order) => {
      const texts = documents.map((words) => words.join(" "));
      const index = indexIn(memory, texts);
      const column = index.column(order);
      const ngrams = documents.map((words) => slowNgrams(words, order));
      const tally = new CountTally();
      const { spectrum, unseen } = columnTotals(column, tally, kernel);
      expect(spectrum).toEqual(frequencySpectrum(countsOf(ngrams.flat().map(({ ngram }) => ngram))));
      const holding = (ngram: string): number => ngrams.filter((of) => of.some((one) => one.ngram === ngram)).length;
      expect(unseen).toBe(ngrams.flat().filter(({ ngram }) => holding(ngram) === 1).length);
      const followed = ngrams.flat().filter((one) => one.followed);
      expect(prefixSpectrum(column, index.corpus.offsets, tally, kernel)).toEqual(
        frequencySpectrum(countsOf(followed.map(({ ngram }) => ngram))),
      );
    }),
    { numRuns: 300 },
  );
});

test("the kernel tallies counts too high for an array, and columns of many pieces", () => {
  const words = Array.from({ length: 120_000 }, (_, at) => (at % 12 === 0 ? "a" : at % 15 === 0 ? "b" : `w${at >> 1}`));
  const texts = [words.join(" "), "a b", words.slice(1000, 9000).join(" ")];
  const [shared, own] = [new SharedMemory(1), ownMemory].map((memory) => {
    const { corpus, ...index } = indexIn(memory, texts);
    const tally = new CountTally();
    const kernel = kernelIn(memory);
    return [1, 2, 3].map((order) => [
      columnTotals(index.column(order), tally, kernel),
      prefixSpectrum(index.column(order), corpus.offsets, tally, kernel),
    ]);
  });
  expect(shared).toEqual(own);
});
