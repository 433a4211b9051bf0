import { CONTEXT, type CopiedRuns } from "./find-copies.ts";
import type { Scratch } from "./scratch.ts";

/** Numbers of a stretch: its document, its first position, its first copied one, one past the last, and the first source. */
export const STRETCH = 5;
export const DOCUMENT = 0;
export const FRESH = 1;
export const COPIED = 2;
export const END = 3;
export const SOURCE = 4;

/**
 * All positions where n-grams of an order end, in order, as stretches of {@link STRETCH} numbers: first positions to look up,
 * then positions that copy earlier ones. Either part may be empty. Shorter n-grams are the same from a little before a run on,
 * longer ones from a little after its beginning.
 */
export function ngramStretches(
  offsets: Uint32Array,
  { starts, ends, sources }: CopiedRuns,
  order: number,
  scratch: Scratch,
): Int32Array {
  const stretches = scratch.take((offsets.length - 1 + starts.length) * STRETCH);
  let used = 0;
  let run = 0;
  const push = (document: number, fresh: number, copied: number, end: number, source: number): void => {
    stretches[used + DOCUMENT] = document;
    stretches[used + FRESH] = fresh;
    stretches[used + COPIED] = copied;
    stretches[used + END] = end;
    stretches[used + SOURCE] = source;
    used += STRETCH;
  };
  for (let document = 0; document + 1 < offsets.length; document++) {
    const end = offsets[document + 1];
    let position = offsets[document] + order - 1;
    for (; run < starts.length && ends[run] <= end; run++) {
      const copied = Math.max(position, starts[run] - CONTEXT + order);
      if (copied >= ends[run]) continue;
      push(document, position, copied, ends[run], sources[run] + copied - starts[run]);
      position = ends[run];
    }
    if (position < end) push(document, position, end, end, 0);
  }
  return stretches.subarray(0, used);
}

/** How many n-grams there are in stretches. */
export function ngramsIn(stretches: Int32Array): number {
  let ngrams = 0;
  for (let at = 0; at < stretches.length; at += STRETCH) ngrams += stretches[at + END] - stretches[at + FRESH];
  return ngrams;
}
