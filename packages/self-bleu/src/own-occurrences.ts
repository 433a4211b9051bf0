import type { NgramColumn } from "@corpulse/tokens";
import type { Occurrences } from "./split-occurrences.ts";

/**
 * The occurrences of n-grams that another document of the corpus holds too, taken from what the index has counted already:
 * first ones are all of a document's different n-grams but those that no other document has. Repeats are all there are; those of
 * n-grams that no other document has are left to be passed over.
 */
export function ownOccurrences({ order, repeats, exclusive }: NgramColumn, offsets: Uint32Array): Occurrences {
  const firsts = new Uint32Array(exclusive.length);
  let next = 0;
  for (let document = 0; document < firsts.length; document++) {
    const end = offsets[document + 1];
    const begin = next;
    while (next < repeats.length && repeats[next] < end) next++;
    const ngrams = Math.max(0, end - offsets[document] - order + 1);
    firsts[document] = ngrams - (next - begin) - exclusive[document];
  }
  return { from: 0, firsts, repeats };
}
