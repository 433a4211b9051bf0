import type { CopiedRuns } from "./find-copies.ts";
import type { NgramLoops } from "./ngram-loops.ts";
import type { Scratch } from "./scratch.ts";

/** Numbers of a stretch: its document, its first position, its first copied one, one past the last, and the first source. */
export const STRETCH = 5;
export const DOCUMENT = 0;
export const FRESH = 1;
export const COPIED = 2;
export const END = 3;
export const SOURCE = 4;

/** What the stretches of an order come from. */
interface StretchSource {
  readonly offsets: Uint32Array;
  readonly runs: CopiedRuns;
  readonly order: number;
}

/**
 * All positions where n-grams of an order end, in order, as stretches of {@link STRETCH} numbers: first positions to look up,
 * then positions that copy earlier ones. Either part may be empty. Shorter n-grams are the same from a little before a run on,
 * longer ones from a little after its beginning.
 */
export function ngramStretches(
  { offsets, runs, order }: StretchSource,
  loops: Pick<NgramLoops, "writeStretches">,
  scratch: Scratch,
): Int32Array {
  const stretches = scratch.take((offsets.length - 1 + runs.starts.length) * STRETCH);
  return stretches.subarray(0, loops.writeStretches(offsets, runs, order, stretches));
}

/** How many n-grams there are in stretches. */
export function ngramsIn(stretches: Int32Array): number {
  let ngrams = 0;
  for (let at = 0; at < stretches.length; at += STRETCH) ngrams += stretches[at + END] - stretches[at + FRESH];
  return ngrams;
}

/** How many of them copy none. */
export function freshIn(stretches: Int32Array): number {
  let fresh = 0;
  for (let at = 0; at < stretches.length; at += STRETCH) fresh += stretches[at + COPIED] - stretches[at + FRESH];
  return fresh;
}
