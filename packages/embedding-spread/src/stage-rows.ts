import type { ChosenRows } from "./chosen-rows.ts";
import type { GivenRows } from "./given-rows.ts";

/** Room for rows in 32 bits in the memory of a kernel, zeros after each up to `stride` values. */
export interface Stage {
  readonly values: Float32Array;
  readonly stride: number;
}

/** How many values a row takes in the memory of a kernel: zeros fill it up to eight. */
export function strideFor(dimensions: number): number {
  return Math.ceil(dimensions / 8) * 8;
}

/** Reads rows that follow each other, as they were given: straight to where they are worked on. */
export function stageGiven({ dimensions, read }: GivenRows, from: number, count: number, stage: Stage): void {
  const { values, stride } = stage;
  read(from, values.subarray(0, count * dimensions));
  if (stride === dimensions) return;
  // The last first: none is then written over before it has moved.
  for (let row = count - 1; row >= 0; row--) {
    const to = row * stride;
    values.copyWithin(to, row * dimensions, (row + 1) * dimensions);
    values.fill(0, to + dimensions, to + stride);
  }
}

/** Reads chosen rows as they were given: all at once where none between them was left out. */
export function stageRows({ given, documents }: ChosenRows, from: number, count: number, stage: Stage): void {
  const { values, stride } = stage;
  const end = from + count;
  for (let row = from; row < end;) {
    const document = documents[row];
    let next = end;
    if (documents[end - 1] - document !== end - 1 - row) {
      next = row + 1;
      while (next < end && documents[next] - document === next - row) next++;
    }
    stageGiven(given, document, next - row, { values: values.subarray((row - from) * stride), stride });
    row = next;
  }
}
