import type { NgramColumn } from "@corpulse/tokens";
import { COUNT, LARGEST, LATEST, OWNER, RECORD, type RepeatCounts, SECOND } from "./repeat-counts.ts";

/** Counts the repeats of a document, which is named from 1, from one place of the list on; gives the next place. */
function countRepeats(
  { ids, repeats }: NgramColumn,
  { from, end, document }: { readonly from: number; readonly end: number; readonly document: number },
  { places, records }: RepeatCounts,
): number {
  let next = from;
  for (; next < repeats.length; next++) {
    const position = repeats[next];
    if (position >= end) break;
    const id = ids[position];
    let record = places[id];
    if (record === 0) {
      record = (records[0] + RECORD) | 0;
      records[0] = record;
      places[id] = record;
    }
    // Without a branch, which would often be guessed wrong: −1 where it is the first repeat of its document, else 0.
    const other = records[record + LATEST] ^ document;
    const first = (other | -other) >> 31;
    const count = ((records[record + COUNT] & ~first) + 1) | 0;
    records[record + LATEST] = document;
    records[record + COUNT] = count;
    const second = records[record + SECOND];
    if (count <= second) continue;
    if (records[record + OWNER] === document) {
      records[record + LARGEST] = count;
      continue;
    }
    // Counts rise by one, so it has passed the largest one that there was, or come closer to it.
    const largest = records[record + LARGEST];
    records[record + SECOND] = Math.min(count, largest);
    if (count <= largest) continue;
    records[record + LARGEST] = count;
    records[record + OWNER] = document;
  }
  return next;
}

/**
 * For each document how many of its n-grams are matched when all other documents are its references: an n-gram counts as often as
 * it occurs in the document, but no more often than in the one reference that has most of it (Papineni et al. 2002).
 *
 * So every occurrence is matched whose n-gram another document has too, except in a document that has more of it than any other:
 * what it has beyond the second largest count is not. Only repeats need reading for that, since all others have it once; where no
 * other document has an n-gram, none repeats it, and only its first occurrence is to be taken off besides.
 */
export function ownMatches(column: NgramColumn, offsets: Uint32Array, repeated: RepeatCounts): Uint32Array {
  const { order, counts, exclusive } = column;
  const { places, records } = repeated;
  const matches = new Uint32Array(exclusive.length);
  let next = 0;
  // What is called for each document is compiled once, a loop over all of them again wherever it is entered.
  exclusive.forEach((alone, document) => {
    const end = offsets[document + 1];
    matches[document] = Math.max(0, end - offsets[document] - order + 1) - alone;
    next = countRepeats(column, { from: next, end, document: document + 1 }, repeated);
  });
  const last = records[0];
  for (let record = RECORD; record <= last; record += RECORD) {
    matches[records[record + OWNER] - 1] -= records[record + LARGEST] - records[record + SECOND];
  }
  places.fill(0, 0, counts.length);
  records.fill(0, 0, last + RECORD);
  return matches;
}
