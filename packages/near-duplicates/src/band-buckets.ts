import type { Banding } from "./banding-for.ts";
import type { Features } from "./postings.ts";
import type { ShingleSets } from "./shingle-sets.ts";
import { similaritySketch } from "./similarity-sketch.ts";

/** Which sets agree in which band. */
export interface BandBuckets {
  readonly bands: number;
  /** The bucket of the set at place `p` in band `b`: `bucketOf[p · bands + b]`. No bucket belongs to two bands. */
  readonly bucketOf: Uint32Array;
  /** The number of sets in each bucket. */
  readonly sizes: Uint32Array;
}

function hashBand(sketch: Int32Array, band: number, { bands, rows }: Banding): number {
  let hash = 0;
  for (let row = 0; row < rows; row++) {
    hash = Math.imul(hash ^ sketch[row * bands + band], 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash;
}

/**
 * Sketches the sets at the given places and puts those that agree in all rows of a band into one bucket.
 *
 * A band's rows are compared by 32 bits of hash: a pair that only agrees in these is one candidate more, and is refuted.
 */
export function bandBuckets(
  { shingles, offsets }: ShingleSets,
  places: Uint32Array,
  banding: Banding,
  seed: number,
  progress: (share: number) => void,
): BandBuckets {
  const { bands, rows } = banding;
  const sketch = similaritySketch(banding, seed);
  const entries = new Int32Array(bands * rows);
  const keys = new Int32Array(bands * places.length);
  const step = Math.max(1, Math.ceil(places.length / 50));
  for (let place = 0; place < places.length; place++) {
    sketch({ shingles, start: offsets[places[place]], end: offsets[places[place] + 1] }, entries);
    for (let band = 0; band < bands; band++) keys[place * bands + band] = hashBand(entries, band, banding);
    if (place % step === 0) progress(place / places.length);
  }
  return numberBuckets(keys, bands);
}

/** Replaces every key by the number of its bucket. */
function numberBuckets(keys: Int32Array, bands: number): BandBuckets {
  const slotCount = 2 ** Math.ceil(Math.log2((keys.length / bands) * 2 + 1));
  // Bucket + 1; 0 is an empty slot.
  const slots = new Uint32Array(slotCount);
  const slotKeys = new Int32Array(slotCount);
  const bucketOf = new Uint32Array(keys.length);
  const sizes = new Uint32Array(keys.length);
  let buckets = 0;
  for (let band = 0; band < bands; band++) {
    slots.fill(0);
    for (let at = band; at < keys.length; at += bands) {
      const key = keys[at];
      let slot = (key ^ (key >>> 16)) & (slotCount - 1);
      while (slots[slot] !== 0 && slotKeys[slot] !== key) slot = (slot + 1) & (slotCount - 1);
      if (slots[slot] === 0) {
        slots[slot] = ++buckets;
        slotKeys[slot] = key;
      }
      bucketOf[at] = slots[slot] - 1;
      sizes[slots[slot] - 1]++;
    }
  }
  return { bands, bucketOf, sizes: sizes.slice(0, buckets) };
}

/** Whether two places share a bucket. */
export function shareBucket({ bands, bucketOf }: BandBuckets, left: number, right: number): boolean {
  for (let band = 0; band < bands; band++) {
    if (bucketOf[left * bands + band] === bucketOf[right * bands + band]) return true;
  }
  return false;
}

/** The buckets of each place as its features, without those of fewer than `least` sets. */
export function bandFeatures({ bands, bucketOf, sizes }: BandBuckets, least = 2): Features {
  const places = bucketOf.length / bands;
  const starts = new Uint32Array(places + 1);
  const features = new Uint32Array(bucketOf.length);
  let length = 0;
  for (let place = 0; place < places; place++) {
    for (let band = 0; band < bands; band++) {
      const bucket = bucketOf[place * bands + band];
      if (sizes[bucket] >= least) features[length++] = bucket;
    }
    starts[place + 1] = length;
  }
  return { starts, ends: starts.subarray(1), features: features.subarray(0, length), featureCount: sizes.length };
}
