import { HashCounts } from "./hash-counts.ts";
import { inverseDocumentFrequency } from "./inverse-document-frequency.ts";
import { WordGrams } from "./word-grams.ts";
import type { WordStatistics } from "./word-projection.ts";

/** The weights of n-grams are integers, of this many steps: those of one word are scaled to its own weight. */
const GRAM_ONE = 2 ** 24;

/** How many n-grams to expect of a word: it shares most of them. */
export const GRAMS_A_WORD = 2;

/** Adds the document frequencies of words to those of their n-grams. */
export function addGrams(
  grams: HashCounts,
  ids: Iterable<number>,
  { vocabulary, documentFrequencies }: WordStatistics,
): void {
  const reader = new WordGrams();
  for (const id of ids) {
    const frequency = documentFrequencies[id];
    if (frequency > 0) grams.add(reader.hashes, reader.read(vocabulary[id]), frequency);
  }
}

/** Puts their weights, which are their idf, in the place of the document frequencies of n-grams. */
export function weighGrams(grams: HashCounts, documents: number): void {
  grams.replace((frequency) => Math.round(GRAM_ONE * inverseDocumentFrequency(frequency, documents)));
}

/**
 * The weights of all n-grams, with the document frequencies of all words that hold one added up (an upper bound, as one document may
 * hold several of them).
 */
export function gramWeights(statistics: WordStatistics): HashCounts {
  const { vocabulary, documents } = statistics;
  const grams = new HashCounts(vocabulary.length * GRAMS_A_WORD);
  addGrams(grams, vocabulary.keys(), statistics);
  weighGrams(grams, documents);
  return grams;
}
