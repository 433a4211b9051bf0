import { BandSketcher } from "./band-sketcher.ts";
import type { Banding } from "./banding-for.ts";
import { ALONE, bucketLoops } from "./bucket-loops.ts";
import { EIGHT_BYTES } from "./copy-ids.ts";
import type { JoinMemory } from "./join-memory.ts";
import type { Features } from "./postings.ts";
import type { ShingleSets } from "./shingle-sets.ts";
import type { DocumentSketches } from "./document-sketches.ts";

const WORD = Int32Array.BYTES_PER_ELEMENT;

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
  /** For each place 1 when it is in any bucket. */
  readonly sharing: Uint8Array;
  readonly memory: JoinMemory;
}

/** How sets are sketched, and where buckets are numbered. */
export interface BandOptions {
  readonly memory: JoinMemory;
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

/** Copies the keys of a place and of those after it whose documents follow each other, and gives the next place. */
function copyRun(
  { keys }: DocumentSketches,
  { firstDocument }: ShingleSets,
  places: Uint32Array,
  { bands, memory, place }: { readonly bands: number; readonly memory: JoinMemory; readonly place: number },
): number {
  const from = firstDocument[places[place]];
  const most = Math.min(places.length, place + Math.max(1, Math.floor((memory.ids.length - 1) / bands)));
  let next = place + 1;
  while (next < most && firstDocument[places[next]] === from + next - place) next++;
  // By way of the ids, for what other threads see is copied fast only from and to the same half of eight bytes.
  const row = from * bands;
  const length = (next - place) * bands;
  const to = (keys.byteOffset / WORD + row) % EIGHT_BYTES;
  memory.ids.set(keys.subarray(row, row + length), to);
  memory.keys.set(memory.ids.subarray(to, to + length), place * bands);
  return next;
}

/** Copies the keys that are there already. Places need not rise, but mostly their documents follow each other. */
function copyKeys(
  sketches: DocumentSketches,
  sets: ShingleSets,
  places: Uint32Array,
  { bands, memory }: { readonly bands: number; readonly memory: JoinMemory },
): void {
  for (let place = 0; place < places.length;) place = copyRun(sketches, sets, places, { bands, memory, place });
}

/**
 * Sketches the sets at the given places and puts those that agree in all rows of a band into one bucket.
 *
 * A band's rows are compared by 32 bits of hash: a pair that only agrees in these is one candidate more, and is refuted.
 */
export function bandBuckets(sets: ShingleSets, places: Uint32Array, options: BandOptions): BandBuckets {
  const { sketches, banding, memory } = options;
  const { bands } = banding;
  const { keys, slots, bucketSizes, sharing } = memory;
  if (sketches === undefined) keys.set(keysOf(sets, places, options));
  else copyKeys(sketches, sets, places, { bands, memory });
  const { numberBand } = memory.kernel ?? bucketLoops(memory.buffer);
  const [end, stride] = [keys.byteOffset + keys.byteLength, bands * WORD];
  const slotsEnd = slots.byteOffset + slots.byteLength;
  let buckets = 0;
  for (let at = keys.byteOffset; at < Math.min(end, keys.byteOffset + stride); at += WORD) {
    buckets = numberBand(
      at,
      end,
      stride,
      slots.byteOffset,
      slotsEnd,
      bucketSizes.byteOffset,
      sharing.byteOffset,
      buckets,
    );
  }
  return { bands, bucketOf: keys, sizes: bucketSizes.subarray(0, buckets), sharing, memory };
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
export function largestBuckets({ bands, bucketOf, sizes, memory }: BandBuckets, least: number): readonly Uint32Array[] {
  // List + 1 of each bucket that is large; most are small.
  const listOf = new Uint32Array(sizes.length);
  const lists: Uint32Array[] = [];
  sizes.forEach((size, bucket) => {
    if (size >= least) listOf[bucket] = lists.push(new Uint32Array(size));
  });
  const used = new Uint32Array(lists.length);
  const { found } = memory;
  const { findLarge } = memory.kernel ?? bucketLoops(memory.buffer);
  for (let from = 0; from < bucketOf.length && lists.length > 0; from += found.length) {
    const { byteOffset, byteLength } = bucketOf.subarray(from, from + found.length);
    const count = findLarge(byteOffset, byteOffset + byteLength, sizes.byteOffset, least, found.byteOffset);
    found.subarray(0, count).forEach((bytes) => {
      const position = from + bytes / WORD;
      const list = listOf[bucketOf[position]] - 1;
      lists[list][used[list]++] = Math.floor(position / bands);
    });
  }
  return lists.toSorted((left, right) => right.length - left.length);
}
