import { addSigned } from "./add-signed.ts";
import { addWeighted, TOGETHER, type WeightedVectors } from "./add-weighted.ts";
import { simdModule } from "./simd-module.ts";

/** How many words wait before they are added to a row. */
export const BATCH = 64;

/** What rows are added up with, in one memory. */
export interface RowKernel extends WeightedVectors {
  /** How long vectors in `table` are, for whole pairs of dimensions. */
  readonly stride: number;
  /** The row of a document. */
  readonly row: Float64Array;
  /** The vector of a word. */
  readonly word: Float64Array;
  /** Adds the first `count` of `places` with their `weights` to `row`. */
  readonly addWords: (count: number) => void;
  /** Adds a feature to `word`: `weight` with a pattern of signs. */
  readonly addFeature: (feature: number, weight: number) => void;
}

/** The kernel of WebAssembly, or else loops in TypeScript: both give the same to the last bit. `words` fit the table. */
export function rowKernel(dimensions: number, words: number): RowKernel {
  const stride = dimensions + (dimensions % 2);
  const [rowFrom, wordFrom, weightsFrom] = [0, stride * 8, stride * 16];
  const placesFrom = weightsFrom + BATCH * 8;
  const tableFrom = placesFrom + BATCH * 4;
  const bytes = tableFrom + words * stride * 4;
  const simd = simdModule(bytes);
  const buffer = simd === null ? new ArrayBuffer(bytes) : simd.buffer;
  const row = new Float64Array(buffer, rowFrom, dimensions);
  const word = new Float64Array(buffer, wordFrom, dimensions);
  const weights = new Float64Array(buffer, weightsFrom, BATCH);
  const places = new Int32Array(buffer, placesFrom, BATCH);
  const table = new Float32Array(buffer, tableFrom, words * stride);
  const vectors = { table, places, weights };
  const toFours = (count: number): number => {
    const whole = Math.ceil(count / TOGETHER) * TOGETHER;
    weights.fill(0, count, whole);
    return whole;
  };
  if (simd === null) {
    const addWords = (count: number): void => {
      const whole = toFours(count);
      for (let from = 0; from < whole; from += TOGETHER) addWeighted(row, vectors, from);
    };
    return {
      ...vectors,
      stride,
      row,
      word,
      addWords,
      addFeature: (feature, weight) => addSigned(word, feature, weight),
    };
  }
  const { exports } = simd;
  const addWords = (count: number): void => {
    exports.addWeighted(rowFrom, wordFrom, tableFrom, placesFrom, placesFrom + toFours(count) * 4, weightsFrom);
  };
  const addFeature = (feature: number, weight: number): void => {
    exports.addSigned(wordFrom, weightsFrom, feature, weight);
  };
  return { ...vectors, stride, row, word, addWords, addFeature };
}
