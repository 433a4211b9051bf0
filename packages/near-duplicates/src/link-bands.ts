import type { Banding } from "./banding-for.ts";
import { minHash } from "./min-hash.ts";
import type { ShingleSets } from "./shingle-sets.ts";

function hashRows(signature: Int32Array, start: number, rows: number): number {
  let hash = 0;
  for (let row = start; row < start + rows; row++) {
    hash = Math.imul(hash ^ signature[row], 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash;
}

/**
 * For each band and each of the chosen sets the place in `chosen` of the last earlier set that agrees with it in this band,
 * or −1: `previous[band · chosen.length + place]`. Following the chain gives all earlier ones, and no pair is ever stored.
 *
 * A band's rows are compared by 32 bits of hash: a pair that only agrees in these is one candidate more, and is refuted.
 */
export function linkBands(
  sets: ShingleSets,
  chosen: Uint32Array,
  { bands, rows }: Banding,
  seed: number,
  progress: (share: number) => void,
): Int32Array {
  const { shingles, offsets } = sets;
  const places = chosen.length;
  const hash = minHash(bands * rows, seed);
  const signature = new Int32Array(bands * rows);
  const keys = new Int32Array(bands * places);
  const step = Math.max(1, Math.ceil(places / 50));
  for (let place = 0; place < places; place++) {
    hash({ shingles, start: offsets[chosen[place]], end: offsets[chosen[place] + 1] }, signature);
    for (let band = 0; band < bands; band++) keys[band * places + place] = hashRows(signature, band * rows, rows);
    if (place % step === 0) progress(place / places);
  }
  return chainEqual(keys, places);
}

/** Replaces every key by the last earlier place of its band with the same key, or −1. */
function chainEqual(keys: Int32Array, places: number): Int32Array {
  const slotCount = 2 ** Math.ceil(Math.log2(places * 2 + 1));
  const lastPlaces = new Int32Array(slotCount);
  const slotKeys = new Int32Array(slotCount);
  for (let start = 0; start < keys.length; start += places) {
    lastPlaces.fill(-1);
    for (let place = 0; place < places; place++) {
      const key = keys[start + place];
      let slot = (key ^ (key >>> 16)) & (slotCount - 1);
      while (lastPlaces[slot] >= 0 && slotKeys[slot] !== key) slot = (slot + 1) & (slotCount - 1);
      keys[start + place] = lastPlaces[slot];
      lastPlaces[slot] = place;
      slotKeys[slot] = key;
    }
  }
  return keys;
}
