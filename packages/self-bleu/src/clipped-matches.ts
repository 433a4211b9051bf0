import type { NgramColumn } from "@corpulse/tokens";
import type { RecordNumbers } from "./record-numbers.ts";
import type { Occurrences } from "./split-occurrences.ts";
import { LARGEST, LAST, OWNER, RANK, RECORD, SECOND } from "./two-maxima.ts";

/**
 * For each document of the range of its occurrences, how many of its n-grams are matched by a reference: an n-gram counts as often as it occurs
 * in the document, but no more often than in the one reference that has most of it (Papineni et al. 2002). A document is
 * never its own reference.
 *
 * The k-th occurrence is matched when some reference has k of them, so no n-gram is counted beforehand; a first one is
 * matched wherever a reference holds it. `records` are those of `twoMaxima`.
 */
export function clippedMatches(
  { ids }: NgramColumn,
  offsets: Uint32Array,
  { from, firsts, repeats }: Occurrences,
  { recordOf }: RecordNumbers,
  records: Int32Array,
): Uint32Array {
  const documents = offsets.length - 1;
  const matches = firsts.slice();
  let document = 0;
  for (let index = 0; index < repeats.length; index++) {
    const position = repeats[index];
    while (position >= offsets[document + 1]) document++;
    // Ranks were counted once already: a second name for the document tells this reading from that one.
    const reading = documents + document;
    const at = recordOf[ids[position]] * RECORD;
    if (at < 0) continue;
    const rank = records[at + LAST] === reading ? records[at + RANK] + 1 : 2;
    records[at + LAST] = reading;
    records[at + RANK] = rank;
    if (rank <= records[at + (records[at + OWNER] === document ? SECOND : LARGEST)]) matches[document - from]++;
  }
  return matches;
}
