import type { JoinMemory } from "./join-memory.ts";
import type { KernelExports } from "./load-kernel.ts";

/** What each place is found by: places that have no feature in common are not compared. */
export interface Features {
  /** The features of place `p` are `features.subarray(starts[p], ends[p])`. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly features: Uint32Array;
  /** One more than the highest feature. */
  readonly featureCount: number;
}

/** The places that have each feature: `places.subarray(heads[f], heads[f + 1])`. */
export interface Postings extends Features {
  readonly heads: Uint32Array;
  readonly places: Uint32Array;
}

/** Lists the places of each feature in the given order of places. */
export function postingsOf(of: Features, order: Uint32Array): Postings {
  const { starts, ends, features, featureCount } = of;
  // Counted two entries on: each entry then rises from where its list starts to where it ends, which is where it belongs.
  const heads = new Uint32Array(featureCount + 2);
  order.forEach((place) => {
    for (let at = starts[place], end = ends[place]; at < end; at++) heads[features[at] + 2]++;
  });
  for (let feature = 2; feature < heads.length; feature++) heads[feature] += heads[feature - 1];
  const places = new Uint32Array(heads[featureCount + 1]);
  order.forEach((place) => {
    for (let at = starts[place], end = ends[place]; at < end; at++) places[heads[features[at] + 1]++] = place;
  });
  return { ...of, heads: heads.subarray(0, featureCount + 1), places };
}

/** Bytes that the kernel is given at a time, for its loops are compiled better while they are called again. */
const PART = 1 << 14;

/** Calls a function with one part of a column after the other. */
function inParts({ byteOffset, byteLength }: Uint32Array, take: (at: number, end: number) => void): void {
  const end = byteOffset + byteLength;
  for (let at = byteOffset; at < end; at += PART) take(at, Math.min(end, at + PART));
}

/** The same by the kernel, of features that stand in its memory. */
export function postingsByKernel(
  of: Features,
  order: Uint32Array,
  memory: JoinMemory,
  kernel: KernelExports,
): Postings {
  const { heads, postings } = memory;
  memory.order.set(order);
  inParts(of.features, kernel.countFeatures);
  inParts(heads.subarray(2), kernel.sumHeads);
  inParts(memory.order, kernel.listPlaces);
  return { ...of, heads: heads.subarray(0, of.featureCount + 1), places: postings.subarray(0, of.features.length) };
}
