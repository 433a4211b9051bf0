import { BATCH, type RowKernel, rowKernel } from "./row-kernel.ts";
import type { WordProjection } from "./word-projection.ts";

/** How many numbers are kept: 256 MB. */
const MOST_KEPT = 2 ** 26;

/** The projected vectors of words. */
export interface WordVectors {
  /** Its `table` holds the vectors. */
  readonly kernel: RowKernel;
  /** Where in the table a word's vector starts. It stays there only until another word is asked for with the same `lane`. */
  readonly locate: (id: number, lane: number) => number;
}

/** The lowest document frequency such that the words from there on fit; words of one document are never needed twice. */
function lowestKept(documentFrequencies: Uint32Array, room: number): number {
  const over = documentFrequencies.length - room;
  return Math.max(2, over <= 0 ? 0 : documentFrequencies.toSorted()[over - 1] + 1);
}

/**
 * Keeps the vectors of words that many documents use, `mostKept` numbers in all; the others are projected at each use. The
 * vectors are the same either way.
 */
export function wordVectors(
  project: WordProjection,
  documentFrequencies: Uint32Array,
  dimensions: number,
  mostKept: number = MOST_KEPT,
): WordVectors {
  const lowest = lowestKept(documentFrequencies, Math.floor(mostKept / dimensions));
  const places = new Int32Array(documentFrequencies.length).fill(-1);
  let kept = 0;
  for (let id = 0; id < places.length; id++) if (documentFrequencies[id] >= lowest) places[id] = kept++;
  const kernel = rowKernel(dimensions, kept + BATCH);
  const { table, stride, word, addFeature } = kernel;
  const filled = new Uint8Array(kept);
  return {
    kernel,
    locate(id, lane) {
      const place = places[id];
      const at = (place < 0 ? kept + lane : place) * stride;
      if (place < 0 || filled[place] === 0) {
        word.fill(0);
        project(id, addFeature);
        table.set(word, at);
        if (place >= 0) filled[place] = 1;
      }
      return at;
    },
  };
}
