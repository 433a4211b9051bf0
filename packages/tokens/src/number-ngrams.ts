import type { DealtPairs } from "./deal-pairs.ts";
import { NO_NGRAM } from "./ngram-column.ts";
import { COPIED, FRESH, STRETCH } from "./ngram-stretches.ts";

/**
 * Gives ids, in order of first appearance, to the first items of n-grams that occur again: because other items follow them, or
 * because their position is among the `sources` that others copy. All other items that follow none get a number of their own. Says
 * how many ids there are.
 */
export function numberNgrams(
  { items }: DealtPairs,
  stretches: Int32Array,
  ids: Int32Array,
  sources: Int32Array,
): number {
  let size = 0;
  let once = 0;
  for (let at = 0; at < stretches.length; at += STRETCH) {
    const end = stretches[at + COPIED];
    for (let position = stretches[at + FRESH]; position < end; position++) {
      once++;
      const item = ids[position];
      if (item < 0 || items[item + 1] < 0) continue;
      const again = items[item] < 0 || ((sources[position >>> 5] >>> (position & 31)) & 1) === 1;
      items[item] = again ? size++ : NO_NGRAM - once;
      items[item + 1] = 1;
    }
  }
  return size;
}
