import { featureHash, mix } from "./feature-hash.ts";
import { FRACTIONS, stepsPerOne } from "./steps-per-one.ts";
import type { HashCounts } from "./hash-counts.ts";
import { inverseDocumentFrequency } from "./inverse-document-frequency.ts";
import { WordGrams } from "./word-grams.ts";

const WORD = 0;

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

/** What is added up to a hash, to tell the projections of one seed from those of another. */
export const projectionSalt = (seed: number): number => (seed === 0 ? 0 : mix(seed));

/** What a word itself amounts to, in steps of word vectors while they are added up, by how many documents hold it. */
export function wordAmount(documents: number): (frequency: number) => number {
  const one = stepsPerOne(documents) * FRACTIONS;
  return (frequency) => inverseDocumentFrequency(frequency, documents) * one;
}

/**
 * Prepares the projection of words, given the weights of n-grams. A word is itself plus its character n-grams, both parts of the
 * same length, times its idf.
 */
export function wordProjection(
  { vocabulary, documentFrequencies, documents }: WordStatistics,
  seed: number,
  grams: HashCounts,
): WordProjection {
  const reader = new WordGrams();
  const { hashes } = reader;
  const salt = projectionSalt(seed);
  const amountOf = wordAmount(documents);
  const weights = new Float64Array(hashes.length);
  return (id, { hashes: salted, amounts }) => {
    const word = vocabulary[id];
    const amount = amountOf(documentFrequencies[id]);
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
