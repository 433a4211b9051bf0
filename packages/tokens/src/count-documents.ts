import type { NgramColumn } from "./ngram-column.ts";

/**
 * Takes repeats off the counts, which document frequencies are to begin with; n-grams whose document has all of them are that
 * document's own.
 */
export function countDocuments(
  { ids, repeats }: Pick<NgramColumn, "ids" | "repeats">,
  offsets: Uint32Array,
  { documentFrequencies, exclusive }: Pick<NgramColumn, "documentFrequencies" | "exclusive">,
): void {
  let document = 0;
  for (let at = 0; at < repeats.length; at++) {
    const position = repeats[at];
    while (position >= offsets[document + 1]) document++;
    // It comes to 1 with the last occurrence, and that is a repeat only of n-grams that no other document has.
    if (--documentFrequencies[ids[position]] === 1) exclusive[document]++;
  }
}
