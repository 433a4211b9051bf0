import { BLOCK, type KernelMemory } from "./kernel-memory.ts";

/** Adds the words of some batches, times their weights, to rows: as `kernel.wat` does with SIMD. */
export function addWords(memory: KernelMemory, count: number): void {
  const { rows, table, places, weights, batches } = memory;
  const { stride, blockBytes } = memory.layout;
  for (let block = 0; block < stride / BLOCK; block++) {
    let at = 0;
    for (let batch = 0; batch < count; batch++) {
      const row = batches[batch * 2] / 8 + block * BLOCK;
      const end = batches[batch * 2 + 1] / 4;
      for (; at < end; at++) {
        const weight = weights[at];
        const from = (places[at] + block * blockBytes) / 2;
        for (let k = 0; k < BLOCK; k++) rows[row + k] += weight * table[from + k];
      }
    }
  }
}
