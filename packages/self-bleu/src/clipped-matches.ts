import type { RepeatedCounts } from "./repeat-counter.ts";
import { LARGEST, OWNER, RECORD, SECOND } from "./two-maxima.ts";

/**
 * Adds to each document's first occurrences that a reference holds, from document `from` on, the repeats that are matched: an
 * n-gram counts as often as it occurs in the document, but no more often than in the one reference that has most of it
 * (Papineni et al. 2002). A document is never its own reference. `records` are those of `twoMaxima`.
 */
export function clippedMatches(
  { firsts, from }: { readonly firsts: Uint32Array; readonly from: number },
  { records: numbers, counts, ends }: RepeatedCounts,
  records: Int32Array,
): Uint32Array {
  const matches = firsts.slice();
  for (let document = from; document < from + firsts.length; document++) {
    let matched = 0;
    for (let place = document === 0 ? 0 : ends[document - 1]; place < ends[document]; place++) {
      const at = numbers[place] * RECORD;
      const most = records[at + (records[at + OWNER] === document ? SECOND : LARGEST)];
      matched += Math.min(counts[place], most) - 1;
    }
    matches[document - from] += matched;
  }
  return matches;
}
