import { COPIED, END, STRETCH } from "./ngram-stretches.ts";

/** Adds the n-grams that are copied to the counts of those that are not. */
export function countCopies(ids: Int32Array, stretches: Int32Array, counts: Uint32Array): void {
  for (let stretch = 0; stretch < stretches.length; stretch += STRETCH) {
    const end = stretches[stretch + END];
    for (let position = stretches[stretch + COPIED]; position < end; position++) counts[ids[position]]++;
  }
}
