import { copyIds } from "./copy-ids.ts";
import type { JoinMemory } from "./join-memory.ts";
import type { KernelExports } from "./load-kernel.ts";
import type { ShingleSets } from "./shingle-sets.ts";

const WORD = Int32Array.BYTES_PER_ELEMENT;

/** Writes the features of a place and of places after it whose ids can be copied at once, and gives the next place. */
function writeRun(
  {
    sets,
    places,
    kernel,
  }: { readonly sets: ShingleSets; readonly places: Uint32Array; readonly kernel: KernelExports },
  { ids, idsFrom, idsTo }: JoinMemory,
  from: number,
): number {
  const { starts, ends } = sets;
  const first = places[from];
  const start = starts[first];
  const most = start + ids.length - 1;
  let last = first;
  let to = from + 1;
  for (; to < places.length && starts[places[to]] >= ends[last] && ends[places[to]] <= most; to++) last = places[to];
  const origin = copyIds(sets, first, last, ids) - start * WORD;
  for (let place = from; place < to; place++) {
    const set = places[place];
    idsFrom[place] = origin + starts[set] * WORD;
    idsTo[place] = origin + ends[set] * WORD;
  }
  kernel.writePrefixes(from, to);
  return to;
}

/** What `RarestShingles` writes, by the kernel: features of all places, and what bounds in how many shingles they differ. */
export function writePrefixesByKernel(
  sets: ShingleSets,
  places: Uint32Array,
  memory: JoinMemory,
  kernel: KernelExports,
): void {
  const join = { sets, places, kernel };
  for (let place = 0; place < places.length;) place = writeRun(join, memory, place);
}
