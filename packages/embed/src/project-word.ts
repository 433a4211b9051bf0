import { mix } from "./feature-hash.ts";
import { FRACTIONS } from "./steps-per-one.ts";
import { BLOCK, type KernelMemory } from "./kernel-memory.ts";

/** The golden ratio in 32 bits: steps that keep the words of a sign pattern apart (as in splitmix). */
const STEP = 0x9e3779b9;

/**
 * Adds up the first `count` features of a word to its vector: the amount of each with a pattern of signs that follows from
 * its hash, 32 dimensions a hash word. Every feature meets every dimension, which distorts dot products least for a given
 * number of dimensions: by about 1/√dimensions. Gives how far from zero the vector reaches.
 *
 * Source: Achlioptas 2003 (random projections with signs).
 */
export function projectWord({ hashes, amounts, table, layout }: KernelMemory, count: number, place: number): number {
  const sums = new Int32Array(BLOCK);
  let reach = 0;
  for (let block = 0; block < layout.stride / BLOCK; block++) {
    sums.fill(0);
    const step = Math.imul(block + 1, STEP);
    for (let feature = 0; feature < count; feature++) {
      let bits = mix((hashes[feature] + step) | 0);
      const signed = [amounts[feature], -amounts[feature]];
      for (let k = 0; k < BLOCK; k++) {
        sums[k] += signed[bits & 1];
        bits >>>= 1;
      }
    }
    const to = (place + block * layout.blockBytes) / 2;
    for (let k = 0; k < BLOCK; k++) {
      const value = Math.max(-0x8000, Math.min(0x7fff, Math.floor(sums[k] / FRACTIONS + 0.5)));
      table[to + k] = value;
      reach = Math.max(reach, Math.abs(value));
    }
  }
  return reach;
}
