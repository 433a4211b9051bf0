import type { JoinMemory } from "./join-memory.ts";
import type { ShingleColumn } from "./shingle-column.ts";
import type { ShingleSets } from "./shingle-sets.ts";

/** Bits of a level that are drawn, for many shingles of a template are equally rare. */
const DRAWN = 2;

/** One more than the highest level. */
export const LEVELS: number = 64 << DRAWN;

/** Adds something to the holders of each shingle that stands in `ids` from `start` to `end`. */
function changeHolders(holders: Uint32Array, ids: Int32Array, start: number, end: number, by: number): void {
  for (let at = start; at < end; at++) {
    const id = ids[at];
    if (id >= 0) holders[id] += by;
  }
}

/** Where the first number that is not below `least` stands in a rising column. */
function firstFrom(column: Int32Array, least: number): number {
  let low = 0;
  let high = column.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (column[middle] < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Takes a document away from the holders of each of its shingles. */
function forget(document: number, { ids, repeats, offsets, size }: ShingleColumn, holders: Uint32Array): void {
  const [start, end] = [offsets[document], offsets[document + 1]];
  changeHolders(holders, ids, start + size - 1, end, -1);
  for (let at = firstFrom(repeats, start); at < repeats.length && repeats[at] < end; at++) holders[ids[repeats[at]]]++;
}

/** How many of the sets at the given places hold each shingle: what is known of all documents, without those at no place. */
function countHolders({ column, setOf, firstDocument }: ShingleSets, places: Uint32Array, holders: Uint32Array): void {
  holders.set(column.documentFrequencies);
  const counted = new Uint8Array(setOf.length);
  places.forEach((set) => (counted[firstDocument[set]] = 1));
  for (let document = counted.indexOf(0); document >= 0; document = counted.indexOf(0, document + 1)) {
    forget(document, column, holders);
  }
}

/**
 * Writes for each shingle a level that rises with the number of sets at the given places that hold it, twice for every
 * doubling and at random between, in a table that is small enough to be looked up in quickly. It stays 0 where fewer than two
 * hold it.
 */
export function rarityLevels(sets: ShingleSets, places: Uint32Array, { kernel, heads, levels }: JoinMemory): void {
  const holders = heads.subarray(0, levels.length);
  countHolders(sets, places, holders);
  if (kernel === null) writeLevels(holders, levels);
  else kernel.writeLevels(holders.byteOffset, holders.byteOffset + holders.byteLength, levels.byteOffset);
  holders.fill(0);
}

function writeLevels(holders: Uint32Array, levels: Uint8Array): void {
  for (let shingle = 0; shingle < holders.length; shingle++) {
    const held = holders[shingle];
    if (held < 2) continue;
    // All but the first two bits.
    const shift = 30 - Math.clz32(held);
    const drawn = Math.imul(shingle, 0x9e3779b1) >>> (32 - DRAWN);
    levels[shingle] = ((2 * shift + (held >>> shift)) << DRAWN) | drawn;
  }
}
