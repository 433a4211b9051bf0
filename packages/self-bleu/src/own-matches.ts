import type { NgramColumn } from "@corpulse/tokens";
import { countRepeats, type RepeatCounts, settleRepeats, takeOffOwn } from "./repeat-counts.ts";

/**
 * For each document how many of its n-grams are matched when all other documents are its references: an n-gram counts as often as
 * it occurs in the document, but no more often than in the one reference that has most of it (Papineni et al. 2002).
 *
 * So every occurrence is matched whose n-gram another document has too, except in a document that has more of it than any other:
 * what it has beyond the second largest count is not. Only repeats need reading for that, since all others have it once; where no
 * other document has an n-gram, none repeats it, and only its first occurrence is to be taken off besides.
 */
export function ownMatches(column: NgramColumn, offsets: Uint32Array, counts: RepeatCounts): Uint32Array {
  const { order, exclusive } = column;
  const matches = new Uint32Array(exclusive.length);
  let next = 0;
  // What is called for each document is compiled once, a loop over all of them again wherever it is entered.
  exclusive.forEach((alone, document) => {
    const end = offsets[document + 1];
    matches[document] = Math.max(0, end - offsets[document] - order + 1) - alone;
    next = countRepeats(column, next, end, counts);
    settleRepeats(document, counts);
  });
  takeOffOwn(matches, counts);
  return matches;
}
