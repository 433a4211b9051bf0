import type { UsableRows } from "./usable-rows.ts";

/** Room for rows in 32 bits in the memory of a kernel, zeros after each up to `stride` values, and for what scales them. */
export interface Stage {
  readonly values: Float32Array;
  readonly scales: Float64Array;
  readonly stride: number;
}

/** How many values a row takes in the memory of a kernel: zeros fill it up to eight. */
export function strideFor(dimensions: number): number {
  return Math.ceil(dimensions / 8) * 8;
}

/** Copies rows from `from` on as they were given: all at once where they stand together. */
export function stageRows(
  { data, dimensions, documents, scales }: Pick<UsableRows, "data" | "dimensions" | "documents" | "scales">,
  from: number,
  count: number,
  stage: Stage,
): void {
  const { values, stride } = stage;
  stage.scales.set(scales.subarray(from, from + count));
  const first = documents[from];
  if (stride === dimensions && documents[from + count - 1] === first + count - 1) {
    values.set(data.subarray(first * dimensions, (first + count) * dimensions));
    return;
  }
  for (let index = 0; index < count; index++) {
    const at = documents[from + index] * dimensions;
    values.set(data.subarray(at, at + dimensions), index * stride);
  }
}
