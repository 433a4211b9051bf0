/** One vector a document, row after row: document `i` is `data.subarray(i * dimensions, (i + 1) * dimensions)`. */
export interface Vectors {
  readonly data: Float32Array | Float64Array;
  readonly dimensions: number;
  /** The name of the embedding: it enters every signature, because values of two embeddings never compare. */
  readonly name: string;
}

/** What a signature says of vectors. */
export type VectorsName = Pick<Vectors, "name" | "dimensions">;

/** What the functions of this package take: vectors in one array, or a row for each document. */
export type VectorInput = Vectors | readonly ArrayLike<number>[];

/** Beyond this size squares of squares overflow, and sums of them are no longer numbers. */
const LARGEST = 1e75;

/**
 * Puts rows of equal length into one array.
 *
 * @throws {RangeError} when rows differ in length or have none
 * @example
 * ```ts
 * import { asVectors } from "@corpulse/embedding-spread";
 *
 * asVectors([[1, 0], [0, 1], [0.6, 0.8]]).dimensions; // 2
 * ```
 */
export function asVectors(rows: readonly ArrayLike<number>[], name = "given"): Vectors {
  const dimensions = rows.length === 0 ? 0 : rows[0].length;
  const data = new Float64Array(rows.length * dimensions);
  for (let row = 0; row < rows.length; row++) {
    if (rows[row].length !== dimensions || dimensions === 0) {
      throw new RangeError(
        `Cannot use row ${row} as a vector: it must have ${dimensions || "at least 1"} dimensions like the first, current value is ${rows[row].length}`,
      );
    }
    data.set(rows[row], row * dimensions);
  }
  return { data, dimensions, name };
}

/** The vectors of an input, checked for a whole number of rows; their values are checked when rows are chosen. */
export function checkedVectors(input: VectorInput): Vectors {
  const vectors = "data" in input ? input : asVectors(input);
  const { data, dimensions } = vectors;
  const whole =
    Number.isInteger(dimensions) &&
    dimensions >= 0 &&
    (dimensions === 0 ? data.length === 0 : data.length % dimensions === 0);
  if (!whole) {
    throw new RangeError(
      `Cannot read vectors: their ${data.length} values must make whole rows of \`dimensions\` values, current value is ${dimensions}`,
    );
  }
  return vectors;
}

/** A row whose squares sum up to no more holds no value that is too large, infinite or NaN: it need not be looked at. */
export const LARGEST_SQUARE: number = LARGEST * LARGEST;

/** Refuses a row of which a value is not finite or too large. Rows and columns count from 0. */
export function checkRow(values: ArrayLike<number>, row: number): void {
  for (let column = 0; column < values.length; column++) {
    const value = values[column];
    if (Math.abs(value) <= LARGEST) continue;
    throw new TypeError(
      `Cannot use the vector value in row ${row}, column ${column}: it must be a finite number up to 1e75, current value is ${value}`,
    );
  }
}
