import { mix } from "./feature-hash.ts";
import { HashCounts } from "./hash-counts.ts";
import { eachGram, wordFeature } from "./word-features.ts";

/** Calls `add` with every feature of a word, which is given by its id, and what the feature weighs. */
export type WordProjection = (id: number, add: (feature: number, weight: number) => void) => void;

/** What words are weighted by. */
export interface WordStatistics {
  readonly vocabulary: readonly string[];
  /** In how many documents each word stands. */
  readonly documentFrequencies: Uint32Array;
  readonly documents: number;
}

/** Smoothed inverse document frequency: as if one more document held every feature (Manning et al. 2008, scikit-learn). */
export function inverseDocumentFrequency(frequency: number, documents: number): number {
  return 1 + Math.log((1 + documents) / (1 + Math.min(frequency, documents)));
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
  const gramFrequencies = new HashCounts();
  for (let id = 0; id < vocabulary.length; id++) {
    const frequency = documentFrequencies[id];
    if (frequency > 0) eachGram(vocabulary[id], (gram) => gramFrequencies.add(gram, frequency));
  }
  const salt = seed === 0 ? 0 : mix(seed);
  const grams: number[] = [];
  const weights: number[] = [];
  return (id, add) => {
    const idf = inverseDocumentFrequency(documentFrequencies[id], documents);
    add(wordFeature(vocabulary[id]) ^ salt, idf);
    grams.length = 0;
    eachGram(vocabulary[id], (gram) => grams.push(gram));
    weights.length = 0;
    let squares = 0;
    for (const gram of grams) {
      const weight = inverseDocumentFrequency(gramFrequencies.get(gram), documents);
      weights.push(weight);
      squares += weight * weight;
    }
    const scale = idf / Math.sqrt(squares);
    for (let index = 0; index < grams.length; index++) add(grams[index] ^ salt, weights[index] * scale);
  };
}
