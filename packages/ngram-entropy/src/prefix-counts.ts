import type { NgramColumn, TokenCorpus } from "@corpulse/tokens";

/**
 * How often each n-gram of a column is followed by a token: its count without the occurrences that end a document. It is
 * the margin of the next order's table, so that an entropy of one less that of the other cannot come out negative.
 */
export function prefixCounts({ offsets }: TokenCorpus, { ids, order, counts }: NgramColumn): Uint32Array {
  const followed = counts.slice();
  for (let document = 1; document < offsets.length; document++) {
    if (offsets[document] - offsets[document - 1] >= order) followed[ids[offsets[document] - 1]]--;
  }
  return followed;
}
