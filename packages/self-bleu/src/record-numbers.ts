/** What no reference has but the candidate itself. */
export const NEVER = -1;
/** What no document repeats and some reference has: every occurrence is matched. */
export const ALWAYS = -2;

/** Which n-grams need a record of who has most of them. */
export interface RecordNumbers {
  /** By n-gram id: the number of its record, or {@link NEVER} or {@link ALWAYS} when it needs none. */
  readonly recordOf: Int32Array;
  /** How many have one. */
  readonly size: number;
}

/**
 * Gives numbers to the n-grams of which it is not settled beforehand how often they are matched. `holders` says how many
 * references hold each; with `own` these are all documents of the corpus, and each is a candidate too.
 */
export function recordNumbers(counts: Uint32Array, holders: Uint32Array, own: boolean): RecordNumbers {
  const needed = own ? 2 : 1;
  const recordOf = new Int32Array(counts.length);
  let size = 0;
  for (let id = 0; id < counts.length; id++) {
    if (holders[id] < needed) recordOf[id] = NEVER;
    else if (own && holders[id] === counts[id]) recordOf[id] = ALWAYS;
    else recordOf[id] = size++;
  }
  return { recordOf, size };
}
