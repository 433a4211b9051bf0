import type { NgramColumn } from "@corpulse/tokens";
import { ALWAYS, type DocumentRange, LARGEST, LAST, OWNER, RANK, SECOND, type TwoMaxima } from "./two-maxima.ts";

/**
 * For each document of a range, how many of its n-grams are matched by a reference: an n-gram counts as often as it occurs
 * in the document, but no more often than in the one reference that has most of it (Papineni et al. 2002). A document is
 * never its own reference.
 *
 * The k-th occurrence is matched when some reference has k of them, so no n-gram is counted beforehand.
 */
export function clippedMatches(
  column: NgramColumn,
  offsets: Uint32Array,
  { recordOf, records }: TwoMaxima,
  { from, to }: DocumentRange,
): Uint32Array {
  const { ids, order } = column;
  const documents = offsets.length - 1;
  const matches = new Uint32Array(to - from);
  for (let document = from; document < to; document++) {
    const end = offsets[document + 1];
    // Ranks were counted once already: a second name for the document tells this reading from that one.
    const reading = documents + document;
    let matched = 0;
    for (let position = offsets[document] + order - 1; position < end; position++) {
      const at = recordOf[ids[position]];
      if (at < 0) {
        if (at === ALWAYS) matched++;
        continue;
      }
      const rank = records[at + LAST] === reading ? records[at + RANK] + 1 : 1;
      records[at + LAST] = reading;
      records[at + RANK] = rank;
      if (rank <= records[at + (records[at + OWNER] === document ? SECOND : LARGEST)]) matched++;
    }
    matches[document - from] = matched;
  }
  return matches;
}
