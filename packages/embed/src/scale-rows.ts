import type { KernelMemory } from "./kernel-memory.ts";

/** Scales the first `count` rows to length 1. Squares are added up in four sums, as with SIMD. */
export function scaleRows({ rows, layout }: KernelMemory, count: number): void {
  const { stride } = layout;
  for (let row = 0; row < count; row++) {
    const from = row * stride;
    const sums = [0, 0, 0, 0];
    for (let k = 0; k < stride; k++) sums[k % 4] += rows[from + k] * rows[from + k];
    const squares = sums[0] + sums[2] + (sums[1] + sums[3]);
    const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
    for (let k = 0; k < stride; k++) rows[from + k] *= scale;
  }
}
