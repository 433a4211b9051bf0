import { type CountTally, TALLY_LIMIT } from "./count-tally.ts";
import type { KernelIn } from "./kernel-in.ts";
import { piecesOf } from "./pieces-of.ts";

const WORD = Uint32Array.BYTES_PER_ELEMENT;

/** The bytes of the numbers that the kernel tallies in. */
export const TALLY_BYTES: number = TALLY_LIMIT * WORD;

/** Notes the count of each of some types, by the kernel, which has so many zeros for it. */
export function tallyInKernel(
  counts: Uint32Array,
  tally: CountTally,
  { functions }: KernelIn,
  zeros: Uint8Array,
): void {
  const low = new Uint32Array(zeros.buffer, zeros.byteOffset, TALLY_LIMIT);
  for (const [from, to] of piecesOf(counts)) {
    let at = from;
    while ((at = functions.tallyCounts(at, to, low.byteOffset, TALLY_LIMIT) >>> 0) < to) {
      tally.add(counts[(at - counts.byteOffset) / WORD], 1);
      at += WORD;
    }
  }
  for (let count = 0; count < low.length; count++) if (low[count] > 0) tally.add(count, low[count]);
}

/** Notes the count of each of some types, by the kernel where it can read them. */
export function tallyCounts(counts: Uint32Array, tally: CountTally, kernel: KernelIn | null): void {
  const zeros = kernel?.holds(counts) ? kernel.zeros(TALLY_BYTES) : null;
  if (kernel === null || zeros === null) tally.addAll(counts);
  else tallyInKernel(counts, tally, kernel, zeros);
}
