import type { Vectors } from "./vectors.ts";

/** Vectors as they were given, as passes over all of them read them. */
export interface GivenRows {
  readonly count: number;
  readonly dimensions: number;
  /** The values, where they are in 64 bits. */
  readonly doubles: Float64Array | null;
  /** Writes the values in 32 bits of the rows from a number on, one row after the other, to the whole of `target`. */
  readonly read: (from: number, target: Float32Array) => void;
}

/** The rows of vectors that lie in memory. */
export function givenRows({ data, dimensions }: Pick<Vectors, "data" | "dimensions">): GivenRows {
  return {
    count: dimensions === 0 ? 0 : data.length / dimensions,
    dimensions,
    doubles: data instanceof Float64Array ? data : null,
    read(from, target) {
      const first = from * dimensions;
      target.set(data.subarray(first, first + target.length));
    },
  };
}
