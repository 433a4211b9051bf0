import { type ChosenRows, chosenRows, type ChosenRowsOptions } from "./chosen-rows.ts";
import { givenRows } from "./given-rows.ts";
import { stageRows } from "./stage-rows.ts";
import type { Vectors } from "./vectors.ts";

/** Rows that lie in memory: value `k` of row `i` is `data[documents[i] * dimensions + k] * scales[i]`. */
export interface UsableRows extends ChosenRows {
  readonly data: Float32Array | Float64Array;
}

/**
 * Chooses and scales the rows of a metric, and leaves them where they are.
 *
 * @throws {TypeError} when a value is not finite
 */
export function usableRows(vectors: Vectors, options: ChosenRowsOptions): UsableRows {
  return { ...chosenRows(givenRows(vectors), options), data: vectors.data };
}

/** The same rows in memory; those that are not there yet are read, without any that was left out. */
export function inMemory(rows: ChosenRows | UsableRows): UsableRows {
  if ("data" in rows) return rows;
  const { count, dimensions } = rows;
  const data = new Float32Array(count * dimensions);
  if (count > 0) stageRows(rows, 0, count, { values: data, stride: dimensions });
  const documents = Uint32Array.from({ length: count }, (_, row) => row);
  return { ...rows, given: givenRows({ data, dimensions }), data, documents };
}

/** Writes one row, scaled, into `target`; `offset` is subtracted from it. */
// oxlint-disable-next-line max-params -- called for every row.
export function readRow(
  { data, dimensions, documents, scales }: UsableRows,
  row: number,
  target: Float64Array,
  offset: Float64Array | null = null,
): void {
  const from = documents[row] * dimensions;
  const scale = scales[row];
  if (offset === null) for (let k = 0; k < dimensions; k++) target[k] = data[from + k] * scale;
  else for (let k = 0; k < dimensions; k++) target[k] = data[from + k] * scale - offset[k];
}
