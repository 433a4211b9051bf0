import { BLOCK, type KernelMemory } from "./kernel-memory.ts";

/**
 * Adds up the words of some batches, times their weights: as `common-kernel/add-words.wat` does with SIMD. Sums gather in `open` until the last
 * batch of a document brings them to its row.
 */
export function addWords(memory: KernelMemory, count: number): void {
  const { rows, open, table, places, weights, batches } = memory;
  const { stride, blockBytes } = memory.layout;
  for (let block = 0; block < stride / BLOCK; block++) {
    const sums = open.subarray(block * BLOCK, (block + 1) * BLOCK);
    let at = 0;
    for (let batch = 0; batch < count; batch++) {
      const end = Math.floor(batches[batch * 2 + 1] / 4);
      for (; at < end; at++) {
        const weight = weights[at];
        const from = (places[at] + block * blockBytes) / 2;
        for (let k = 0; k < BLOCK; k++) sums[k] += weight * table[from + k];
      }
      if (batches[batch * 2 + 1] % 2 === 0) continue;
      rows.set(sums, batches[batch * 2] / 4 + block * BLOCK);
      sums.fill(0);
    }
  }
}
