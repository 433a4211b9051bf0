/** Of which it is settled beforehand how often it is matched: every occurrence, or none. */
export const SETTLED = -1;

/** Which n-grams need a record of who has most of them. */
export interface RecordNumbers {
  /** By n-gram id: the number of its record, or {@link SETTLED} when it needs none. */
  readonly recordOf: Int32Array;
  /** How many have one. */
  readonly size: number;
}

/**
 * Gives numbers to the n-grams of which it is not settled beforehand how often they are matched. `holders` says how many
 * references hold each; with `own` these are all documents of the corpus, and each is a candidate too.
 */
export function recordNumbers(counts: Uint32Array, holders: Uint32Array, own: boolean): RecordNumbers {
  const recordOf = new Int32Array(counts.length);
  let size = 0;
  for (let id = 0; id < counts.length; id++) {
    const open = own ? holders[id] > 1 && holders[id] < counts[id] : holders[id] > 0;
    recordOf[id] = open ? size++ : SETTLED;
  }
  return { recordOf, size };
}
