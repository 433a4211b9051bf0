import { featureHash, mix } from "./feature-hash.ts";
import { FRACTIONS, stepsPerOne } from "./steps-per-one.ts";
import { HashCounts } from "./hash-counts.ts";
import { inverseDocumentFrequency } from "./inverse-document-frequency.ts";
import { WordGrams } from "./word-grams.ts";

const WORD = 0;

/** The weights of n-grams are integers, of this many steps: those of one word are scaled to its own weight. */
const GRAM_ONE = 2 ** 24;

/** Room for the features of a word: hashes, and an amount of each. */
export interface WordFeatures {
  readonly hashes: Int32Array;
  readonly amounts: Int32Array;
}

/** Writes the features of a word, which is given by its id. Gives how many there are. */
export type WordProjection = (id: number, features: WordFeatures) => number;

/** What words are weighted by. */
export interface WordStatistics {
  readonly vocabulary: readonly string[];
  /** In how many documents each word stands. */
  readonly documentFrequencies: Uint32Array;
  readonly documents: number;
}

/**
 * Prepares the projection of words. A word is itself plus its character n-grams, both parts of the same length, times its
 * idf. An n-gram's own weight is its idf, with the document frequencies of all words that hold it added up (an upper bound,
 * as one document may hold several of them).
 */
export function wordProjection(
  { vocabulary, documentFrequencies, documents }: WordStatistics,
  seed: number,
): WordProjection {
  const reader = new WordGrams();
  const { hashes } = reader;
  const grams = new HashCounts(vocabulary.length * 2);
  for (let id = 0; id < vocabulary.length; id++) {
    const frequency = documentFrequencies[id];
    if (frequency > 0) grams.add(hashes, reader.read(vocabulary[id]), frequency);
  }
  grams.replace((frequency) => Math.round(GRAM_ONE * inverseDocumentFrequency(frequency, documents)));
  const salt = seed === 0 ? 0 : mix(seed);
  const one = stepsPerOne(documents) * FRACTIONS;
  const weights = new Float64Array(hashes.length);
  return (id, { hashes: salted, amounts }) => {
    const word = vocabulary[id];
    const amount = inverseDocumentFrequency(documentFrequencies[id], documents) * one;
    const count = reader.read(word);
    let squares = 0;
    for (let index = 0; index < count; index++) {
      const weight = grams.get(hashes[index]);
      weights[index] = weight;
      squares += weight * weight;
    }
    const scale = amount / Math.sqrt(squares);
    salted[0] = featureHash(word, WORD) ^ salt;
    amounts[0] = Math.round(amount);
    for (let index = 0; index < count; index++) {
      salted[index + 1] = hashes[index] ^ salt;
      amounts[index + 1] = (weights[index] * scale + 0.5) | 0;
    }
    return count + 1;
  };
}
