import type { ShingleSets } from "./shingle-sets.ts";

/** Stands where it is certain, or has been found, that a set lacks too many shingles of another. */
export const TOO_MANY = -1;

/** Pairs of sets. */
export interface SetPairs {
  readonly first: Int32Array;
  readonly second: Int32Array;
  /**
   * How many shingles of the second set the first may lack, or `TOO_MANY` where they are not to be compared. Then, in its place, how
   * many it does lack, or `TOO_MANY`.
   */
  readonly missing: Int32Array;
}

/** Marks in the table where the shingles of a set stand. */
function mark({ column, starts, ends, table }: ShingleSets, set: number): void {
  const { ids } = column;
  const end = ends[set];
  for (let at = starts[set]; at < end; at++) {
    const id = ids[at];
    if (id >= 0) table[id] = at;
  }
}

/** How many shingles of a set, repeated ones included, the marked one lacks; or more than `most`. */
function missedBy({ column, starts, ends, table }: ShingleSets, marked: number, set: number, most: number): number {
  const { ids } = column;
  const first = starts[marked];
  const last = ends[marked];
  const end = ends[set];
  let missed = 0;
  for (let at = starts[set]; at < end;) {
    const id = ids[at++];
    const there = id < 0 ? last : table[id];
    if (there < first || there >= last) {
      if (++missed > most) return missed;
      continue;
    }
    const step = there + 1 - at;
    const stop = Math.min(end, last - step);
    while (at < stop && ids[at] === ids[at + step]) at++;
  }
  return missed;
}

/** How many shingles of a set the marked one lacks, or `TOO_MANY`. */
function missedOnce(sets: ShingleSets, marked: number, set: number, most: number): number {
  const { column, starts, ends, repeatStarts, repeatEnds, table } = sets;
  const { ids, repeats } = column;
  // What is missing and repeated is missed more than once: it is put right below.
  const allowed = most + repeatEnds[set] - repeatStarts[set];
  let missed = missedBy(sets, marked, set, allowed);
  if (missed > allowed) return TOO_MANY;
  for (let at = repeatStarts[set]; at < repeatEnds[set]; at++) {
    const there = table[ids[repeats[at]]];
    if (there < starts[marked] || there >= ends[marked]) missed--;
  }
  return missed <= most ? missed : TOO_MANY;
}

/**
 * Counts what sets lack, pair by pair. The shingles of the first set are marked once with where they stand, then each set that is
 * compared with it is read once: what follows a shared shingle is compared with what follows it in the marked set, as far as it
 * goes. Near-copies are read in step, and most of their shingles are not looked up.
 */
export function countMissing(sets: ShingleSets, { first, second, missing }: SetPairs): void {
  let marked = -1;
  // Compiled once, as a function: a loop would be wherever it is entered and left.
  missing.forEach((most, pair) => {
    if (most === TOO_MANY) return;
    if (first[pair] !== marked) {
      marked = first[pair];
      mark(sets, marked);
    }
    missing[pair] = missedOnce(sets, marked, second[pair], most);
  });
}
