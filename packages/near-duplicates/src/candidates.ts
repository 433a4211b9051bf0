import type { BandBuckets } from "./band-buckets.ts";
import { ALONE } from "./bucket-loops.ts";
import type { Population } from "./population.ts";

/**
 * For each document whether banding pairs it with another one: whether its set has another such document, or shares a bucket
 * with a set that has one. No pair is looked at, so that a bucket costs no more than its sets.
 */
export function candidates(
  { bands, bucketOf, sizes, sharing }: BandBuckets,
  places: Uint32Array,
  { between, setOf, counts: [first, second] }: Population,
): Uint8Array {
  /** What a set is paired with: documents of the first side (1), of the second side (2), or of both (3). */
  const near = new Uint8Array(first.length);
  first.forEach((documents, set) => {
    if (between === undefined) near[set] = documents > 1 ? 1 : 0;
    else near[set] = (documents > 0 ? 1 : 0) | (second[set] > 0 ? 2 : 0);
  });
  if (between === undefined) {
    places.forEach((set, place) => (near[set] |= sharing[place]));
  } else {
    const held = new Uint8Array(sizes.length);
    for (let at = 0; at < bucketOf.length; at++) {
      if (bucketOf[at] !== ALONE) held[bucketOf[at]] |= near[places[Math.floor(at / bands)]];
    }
    for (let place = 0, at = 0; place < places.length; place++) {
      let met = 0;
      for (const end = at + bands; at < end; at++) if (bucketOf[at] !== ALONE) met |= held[bucketOf[at]];
      near[places[place]] |= met;
    }
  }
  const candidate = new Uint8Array(setOf.length);
  setOf.forEach((set, document) => {
    const wanted = between === undefined || document >= between ? 1 : 2;
    candidate[document] = (near[set] & wanted) === 0 ? 0 : 1;
  });
  return candidate;
}
