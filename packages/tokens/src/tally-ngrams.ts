import type { DealtPairs } from "./deal-pairs.ts";
import { type Recurrences, findRepeats } from "./find-repeats.ts";
import type { Memory, NgramColumn } from "./ngram-column.ts";
import { COPIED, DOCUMENT, END, FRESH, SOURCE, STRETCH } from "./ngram-stretches.ts";

/** N-grams of which those that are not copied have the places of their items. */
interface NumberedNgrams {
  readonly ids: Int32Array;
  readonly pairs: DealtPairs;
  /** How many ids there are. */
  readonly different: number;
  readonly offsets: Uint32Array;
}

/** What is counted in one reading. */
export type NgramTallies = Pick<
  NgramColumn,
  "counts" | "documentFrequencies" | "once" | "total" | "repeats" | "exclusive"
>;

/** What all columns of a corpus are counted with. */
export interface TallyTools {
  readonly memory: Memory;
  readonly recurrences: Recurrences;
}

/**
 * Gives positions the ids of their items, and copied ones those of their sources, and counts n-grams. Positions are read in
 * order: what one stretch copies may itself be copied, or begin within its own source. What stands in the items was counted
 * there.
 */
function settleIds(
  { ids, pairs: { items } }: NumberedNgrams,
  stretches: Int32Array,
  counts: Uint32Array,
  exclusive: Uint32Array,
): Pick<NgramTallies, "once" | "total"> {
  let once = 0;
  let total = 0;
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
      const id = ids[source];
      ids[position] = id;
      counts[id]++;
    }
    exclusive[stretches[stretch + DOCUMENT]] += alone;
    once += alone;
    total += end - fresh;
  }
  return { once, total };
}

/** Takes repeats off the counts; n-grams whose document has all of them are that document's own. */
function countDocuments(
  { ids, offsets }: NumberedNgrams,
  repeats: Int32Array,
  documentFrequencies: Uint32Array,
  exclusive: Uint32Array,
): void {
  let document = 0;
  for (let at = 0; at < repeats.length; at++) {
    const position = repeats[at];
    while (position >= offsets[document + 1]) document++;
    // It comes to 1 with the last occurrence, and that is a repeat only of n-grams that no other document has.
    if (--documentFrequencies[ids[position]] === 1) exclusive[document]++;
  }
}

/** Counts n-grams of two tokens or more, the documents that hold them, and what documents repeat, and completes their ids. */
export function tallyNgrams(
  ngrams: NumberedNgrams,
  stretches: Int32Array,
  { memory, recurrences }: TallyTools,
): NgramTallies {
  const { ids, different, offsets } = ngrams;
  const column = (length: number): Uint32Array => new Uint32Array(memory(length * Uint32Array.BYTES_PER_ELEMENT));
  const counts = column(different);
  const exclusive = column(offsets.length - 1);
  const { once, total } = settleIds(ngrams, stretches, counts, exclusive);
  const room = Math.min(recurrences.most, ids.length);
  const found = new Int32Array(memory(room * Int32Array.BYTES_PER_ELEMENT));
  const repeats = found.subarray(0, findRepeats(ngrams, recurrences, found));
  const documentFrequencies = column(different);
  documentFrequencies.set(counts);
  countDocuments(ngrams, repeats, documentFrequencies, exclusive);
  return { counts, documentFrequencies, once, total, repeats, exclusive };
}
