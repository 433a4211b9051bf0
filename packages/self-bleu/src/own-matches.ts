import type { NgramColumn } from "@corpulse/tokens";

/** The latest document that has an n-gram more than once, from 1. */
const DOCUMENT = 0;
/** How often that document has repeated it so far. */
const REPEATS = 1;
/** How often any document but the owner has. */
const SECOND = 2;
/** How often the owner has, which repeats it most; any one of those that tie. */
const LARGEST = 3;
/** Numbers of a record, all 0 at first. It is met at random: one cache miss, so what every repeat reads lies side by side. */
const RECORD = 4;

/** An n-gram whose repeats nobody matches. */
const UNMATCHED = -1;

/** 1 for equal numbers, 0 for others. A branch would often be guessed wrong. */
const areEqual = (one: number, other: number): number => ((one ^ other) - 1) >>> 31;

/**
 * For each document how many of its n-grams are matched when all other documents are its references: an n-gram counts as often as
 * it occurs in the document, but no more often than in the one reference that has most of it (Papineni et al. 2002).
 *
 * So every occurrence is matched whose n-gram another document has too, except in a document that has more of it than any other:
 * what it has beyond the second largest count is not. Only repeats need reading for that, since all others have it once.
 */
export function ownMatches(
  { ids, order, counts, documentFrequencies, repeats, exclusive }: NgramColumn,
  offsets: Uint32Array,
): Uint32Array {
  const matches = new Uint32Array(exclusive.length);
  /** By n-gram the number of its record, from 1; 0 until it is met: most n-grams are never repeated, and touch no memory. */
  const recordOf = new Int32Array(counts.length);
  const records = new Int32Array((Math.min(counts.length, repeats.length) + 1) * RECORD);
  /** By record a document, from 1. */
  const owners = new Int32Array(records.length / RECORD);
  let size = 0;
  let next = 0;
  for (let document = 0; document < matches.length; document++) {
    const end = offsets[document + 1];
    // Of an n-gram that only this document has, its first occurrence, and each repeat.
    let unmatched = exclusive[document];
    for (; next < repeats.length; next++) {
      const position = repeats[next];
      if (position >= end) break;
      const id = ids[position];
      let record = recordOf[id];
      if (record === 0) {
        record = documentFrequencies[id] > 1 ? ++size : UNMATCHED;
        recordOf[id] = record;
      }
      if (record === UNMATCHED) {
        unmatched++;
        continue;
      }
      const at = record * RECORD;
      const count = (records[at + REPEATS] & -areEqual(records[at + DOCUMENT], document + 1)) + 1;
      records[at + DOCUMENT] = document + 1;
      records[at + REPEATS] = count;
      if (count <= records[at + SECOND]) continue;
      if (owners[record] === document + 1) records[at + LARGEST] = count;
      else if (count > records[at + LARGEST]) {
        // If the second largest was this document's, it is overwritten here.
        records[at + SECOND] = records[at + LARGEST];
        records[at + LARGEST] = count;
        owners[record] = document + 1;
      } else records[at + SECOND] = count;
    }
    const ngrams = Math.max(0, end - offsets[document] - order + 1);
    matches[document] = ngrams - unmatched;
  }
  for (let record = 1; record <= size; record++) {
    const at = record * RECORD;
    matches[owners[record] - 1] -= records[at + LARGEST] - records[at + SECOND];
  }
  return matches;
}
