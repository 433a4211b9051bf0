import type { GivenRows } from "./given-rows.ts";

/** Vectors in 32 bits that are read when they are needed, so that those of a large file need never lie in memory. */
export interface VectorSource {
  /** How many there are. */
  readonly count: number;
  readonly dimensions: number;
  /** The name of the embedding: it enters every signature, because values of two embeddings never compare. */
  readonly name: string;
  /**
   * Writes vectors from number `from` on, one after the other, to the whole of `target`, which has room for a few of them. It is
   * called more than once for the same vectors, and must give the same ones. `target` is used again: it is not to be kept.
   */
  readonly read: (from: number, target: Float32Array) => void;
}

/**
 * The rows of a source. What it leaves unwritten at the end, because a file was cut short, is no number, and so refused: by the
 * check of each value when it is read first, and here when that was another time.
 */
export function sourceRows(source: VectorSource): GivenRows {
  const { count, dimensions } = source;
  if (!Number.isSafeInteger(count) || count < 0) {
    throw new RangeError(`Cannot read vectors: \`count\` must be a whole number, current value is ${count}`);
  }
  if (!Number.isSafeInteger(dimensions) || dimensions < 1) {
    throw new RangeError(
      `Cannot read vectors: \`dimensions\` must be a whole number above 0, current value is ${dimensions}`,
    );
  }
  /** How many rows have been read so far. */
  let known = 0;
  return {
    count,
    dimensions,
    doubles: null,
    read(from, target) {
      const last = target.length - 1;
      target[last] = Number.NaN;
      source.read(from, target);
      const end = from + target.length / dimensions;
      if (end <= known && Number.isNaN(target[last])) {
        throw new TypeError(
          `Cannot read vector ${end - 1} again: \`read\` must write the same values each time, current value at its end is NaN`,
        );
      }
      known = Math.max(known, end);
    },
  };
}
