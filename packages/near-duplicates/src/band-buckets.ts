import { BandSketcher } from "./band-sketcher.ts";
import type { Banding } from "./banding-for.ts";
import type { Features } from "./postings.ts";
import type { ShingleSets } from "./shingle-sets.ts";
import type { DocumentSketches } from "./document-sketches.ts";

/** Which sets agree in which band. */
export interface BandBuckets {
  readonly bands: number;
  /**
   * The bucket of the set at place `p` in band `b`, `bucketOf[p · bands + b]`, or −1 when no other set shares it. No bucket
   * belongs to two bands.
   */
  readonly bucketOf: Int32Array;
  /** The number of sets in each bucket, two or more. */
  readonly sizes: Uint32Array;
}

/** Stands for a bucket that would hold one set alone. */
export const ALONE = -1;

/** How sets are sketched. */
export interface BandOptions {
  readonly banding: Banding;
  readonly seed: number;
  /** Those of all documents, where they are there already. */
  readonly sketches: DocumentSketches | undefined;
  readonly progress: (share: number) => void;
}

/** The keys of the bands of each place. */
function keysOf({ column, starts, ends }: ShingleSets, places: Uint32Array, options: BandOptions): Int32Array {
  const { banding, seed, progress } = options;
  const { bands } = banding;
  const sketcher = new BandSketcher(banding, seed, column.size);
  sketcher.read(column);
  const keys = new Int32Array(bands * places.length);
  const step = Math.max(1, Math.ceil(places.length / 50));
  for (let place = 0; place < places.length; place++) {
    const set = places[place];
    sketcher.sketch(starts[set], ends[set], keys, place * bands);
    if (place % step === 0) progress(place / places.length);
  }
  return keys;
}

/** The keys that are there already, copied: places need not rise, and sketches may be asked again. */
function keysFrom(
  { keys }: DocumentSketches,
  { firstDocument }: ShingleSets,
  places: Uint32Array,
  bands: number,
): Int32Array {
  const found = new Int32Array(bands * places.length);
  for (let place = 0, at = 0; place < places.length; place++) {
    let from = firstDocument[places[place]] * bands;
    for (const end = at + bands; at < end; at++, from++) found[at] = keys[from];
  }
  return found;
}

/**
 * Sketches the sets at the given places and puts those that agree in all rows of a band into one bucket.
 *
 * A band's rows are compared by 32 bits of hash: a pair that only agrees in these is one candidate more, and is refuted.
 */
export function bandBuckets(sets: ShingleSets, places: Uint32Array, options: BandOptions): BandBuckets {
  const { sketches, banding } = options;
  const keys = sketches === undefined ? keysOf(sets, places, options) : keysFrom(sketches, sets, places, banding.bands);
  return numberBuckets(keys, banding.bands);
}

/** Numbers of a slot: how many sets have its key (0 is an empty slot), or later `NUMBERED` less its bucket; and the key. */
const SLOT = 2;
const NUMBERED = -1;

/** Replaces every key by the number of its bucket. Most are those of one set alone, which get none. */
function numberBuckets(keys: Int32Array, bands: number): BandBuckets {
  const slots = new Int32Array(SLOT * 2 ** Math.ceil(Math.log2((keys.length / bands) * 2 + 1)));
  const mask = slots.length - 1;
  const sizes = new Uint32Array(keys.length >>> 1);
  let buckets = 0;
  for (let band = 0; band < bands; band++) {
    if (band > 0) slots.fill(0);
    for (let at = band; at < keys.length; at += bands) {
      const key = keys[at];
      let slot = ((key ^ (key >>> 16)) << 1) & mask;
      while (slots[slot] !== 0 && slots[slot + 1] !== key) slot = (slot + SLOT) & mask;
      slots[slot]++;
      slots[slot + 1] = key;
      keys[at] = slot;
    }
    for (let at = band; at < keys.length; at += bands) {
      const slot = keys[at];
      const count = slots[slot];
      if (count > 1) {
        sizes[buckets] = count;
        slots[slot] = NUMBERED - buckets++;
      }
      keys[at] = count === 1 ? ALONE : NUMBERED - slots[slot];
    }
  }
  return { bands, bucketOf: keys, sizes: sizes.subarray(0, buckets) };
}

/** Whether two places share a bucket. */
export function shareBucket({ bands, bucketOf }: BandBuckets, left: number, right: number): boolean {
  const there = right * bands;
  for (let at = left * bands, other = there; other < there + bands; at++, other++) {
    if (bucketOf[at] === bucketOf[other] && bucketOf[at] !== ALONE) return true;
  }
  return false;
}

/** The buckets of each place as its features. */
export function bandFeatures({ bands, bucketOf, sizes }: BandBuckets): Features {
  const places = bucketOf.length / bands;
  const starts = new Uint32Array(places + 1);
  const features = new Uint32Array(bucketOf.length);
  let length = 0;
  for (let place = 0, at = 0; place < places; place++) {
    for (const end = at + bands; at < end; at++) if (bucketOf[at] !== ALONE) features[length++] = bucketOf[at];
    starts[place + 1] = length;
  }
  return { starts, ends: starts.subarray(1), features: features.subarray(0, length), featureCount: sizes.length };
}

/** The places of each bucket of at least `least` sets, the largest bucket first. */
export function largestBuckets({ bands, bucketOf, sizes }: BandBuckets, least: number): readonly Uint32Array[] {
  // List + 1 of each bucket that is large; most are small.
  const listOf = new Uint32Array(sizes.length);
  const lists: Uint32Array[] = [];
  for (let bucket = 0; bucket < sizes.length; bucket++) {
    if (sizes[bucket] >= least) listOf[bucket] = lists.push(new Uint32Array(sizes[bucket]));
  }
  if (lists.length === 0) return lists;
  const used = new Uint32Array(lists.length);
  for (let place = 0, at = 0; at < bucketOf.length; place++) {
    for (const end = at + bands; at < end; at++) {
      const list = bucketOf[at] === ALONE ? 0 : listOf[bucketOf[at]];
      if (list > 0) lists[list - 1][used[list - 1]++] = place;
    }
  }
  return lists.toSorted((left, right) => right.length - left.length);
}
