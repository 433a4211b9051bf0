import type { BandBuckets } from "./band-buckets.ts";
import type { Population } from "./population.ts";

/** What a set may be paired with: documents of the first side (1), of the second side (2), or of both (3). */
function reach({ between, counts: [first, second] }: Population, set: number): number {
  if (between === undefined) return first[set] > 1 ? 1 : 0;
  return (first[set] > 0 ? 1 : 0) | (second[set] > 0 ? 2 : 0);
}

/**
 * For each document whether banding pairs it with another one: whether its set has another such document, or shares a bucket
 * with a set that has one. No pair is looked at, so that a bucket costs no more than its sets.
 */
export function candidates(
  { bands, bucketOf, sizes }: BandBuckets,
  places: Uint32Array,
  people: Population,
): Uint8Array {
  const { between, setOf, counts } = people;
  const near = Uint8Array.from(counts[0].keys(), (set) => reach(people, set));
  const held = new Uint8Array(sizes.length);
  for (let at = 0; at < bucketOf.length; at++)
    held[bucketOf[at]] |= between === undefined ? 1 : near[places[(at / bands) | 0]];
  for (const [place, set] of places.entries()) {
    for (let at = place * bands; at < (place + 1) * bands; at++) {
      if (sizes[bucketOf[at]] > 1) near[set] |= held[bucketOf[at]];
    }
  }
  return Uint8Array.from(setOf, (set, document) => {
    const wanted = between === undefined || document >= between ? 1 : 2;
    return (near[set] & wanted) === 0 ? 0 : 1;
  });
}
