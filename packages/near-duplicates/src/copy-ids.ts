import type { ShingleSets } from "./shingle-sets.ts";

/** Stands for a shingle that is to be passed over. */
export const PASSED_OVER = -1;

/** Words: memory that threads share is copied fast only where both sides lie alike in eight bytes. */
export const EIGHT_BYTES = 2;

/**
 * Copies the ids of sets that stand one after the other in the column, from one set to another, without those that a set
 * repeats. Says at what address the first of them stands. The target has room for one more.
 */
export function copyIds(sets: ShingleSets, first: number, last: number, target: Int32Array): number {
  const { column, starts, ends, repeatStarts, repeatEnds } = sets;
  const { ids, repeats } = column;
  const from = starts[first];
  const to = (ids.byteOffset / Int32Array.BYTES_PER_ELEMENT + from) % EIGHT_BYTES;
  target.set(ids.subarray(from, ends[last]), to);
  const end = repeatEnds[last];
  for (let repeat = repeatStarts[first]; repeat < end; repeat++) target[to + repeats[repeat] - from] = PASSED_OVER;
  return target.byteOffset + to * Int32Array.BYTES_PER_ELEMENT;
}
