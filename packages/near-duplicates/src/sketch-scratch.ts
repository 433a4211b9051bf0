import type { Banding } from "./banding-for.ts";
import { sketchThrows } from "./similarity-sketch.ts";

/** What sketch.wat works in. It lies where four numbers may. */
export const SCRATCH_BYTES = 5184;

/** Where in it the keys of bands come to be, and where the throws stand. */
const KEYS = 512;
const THROWS = 2112;

/** Fills a piece of memory with what sketches are made by, and gives the place in it where the keys of the latest one stand. */
export function sketchScratch({ buffer, byteOffset }: Uint8Array, banding: Banding, seed: number): Int32Array {
  const throws = sketchThrows(banding, seed);
  new Int32Array(buffer, byteOffset + THROWS, throws.length).set(throws);
  return new Int32Array(buffer, byteOffset + KEYS, banding.bands);
}
