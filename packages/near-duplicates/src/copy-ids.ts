import type { ShingleSets } from "./shingle-sets.ts";

/** Stands for a shingle that is to be passed over. */
const PASSED_OVER = -1;

/**
 * Copies the ids of sets that stand one after the other in the column, from one set to another, without those that a set
 * repeats. Says where in the column the first of them stands.
 */
export function copyIds(sets: ShingleSets, first: number, last: number, target: Int32Array): number {
  const { column, starts, ends, repeatStarts, repeatEnds } = sets;
  const { repeats } = column;
  const from = starts[first];
  target.set(column.ids.subarray(from, ends[last]));
  const end = repeatEnds[last];
  for (let repeat = repeatStarts[first]; repeat < end; repeat++) target[repeats[repeat] - from] = PASSED_OVER;
  return from;
}
