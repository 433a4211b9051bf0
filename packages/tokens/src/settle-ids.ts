import type { DealtPairs } from "./deal-pairs.ts";
import type { NumberedNgrams } from "./ngram-column.ts";
import { COPIED, DOCUMENT, END, FRESH, SOURCE, STRETCH } from "./ngram-stretches.ts";

/** Where an id is found, and where counts go. */
export interface Settling extends Pick<NumberedNgrams, "ids" | "counts" | "exclusive"> {
  readonly items: DealtPairs["items"];
}

/**
 * Gives positions the ids of their items, and copied ones those of their sources. Positions are read in order: what one stretch
 * copies may itself be copied, or begin within its own source. What stands in the items was counted there. Gives the number of
 * n-grams without an id.
 */
export function settleIds({ ids, counts, exclusive, items }: Settling, stretches: Int32Array): number {
  let once = 0;
  for (let stretch = 0; stretch < stretches.length; stretch += STRETCH) {
    const fresh = stretches[stretch + FRESH];
    const copied = stretches[stretch + COPIED];
    const end = stretches[stretch + END];
    let alone = 0;
    for (let position = fresh; position < copied; position++) {
      const item = ids[position];
      if (item < 0) {
        alone++;
        continue;
      }
      const id = items[item];
      ids[position] = id;
      if (id < 0) alone++;
      else if (items[item + 1] > 0) counts[id] = items[item + 1];
    }
    // What stands elsewhere too has an id.
    for (let position = copied, source = stretches[stretch + SOURCE]; position < end; position++, source++) {
      ids[position] = ids[source];
    }
    exclusive[stretches[stretch + DOCUMENT]] += alone;
    once += alone;
  }
  return once;
}
