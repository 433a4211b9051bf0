import { bandHasher } from "./band-hasher.ts";
import type { Banding } from "./banding-for.ts";
import type { ShingleText } from "./shingle-column.ts";
import { shingleHashes } from "./shingle-hashes.ts";

/** Writes the keys of the bands of the shingles that end at the positions from `start` to `end`, at least one, to `keys` from `to` on. */
export type BandSketcher = (start: number, end: number, keys: Int32Array, to: number) => void;

/** Sketches parts of a column that have no more than `longest` shingles. What a part repeats is no smaller the second time. */
export function bandSketcher(text: ShingleText, banding: Banding, seed: number, longest: number): BandSketcher {
  const { bands } = banding;
  const write = shingleHashes(text);
  const { shingles, keys: latest, hash } = bandHasher(banding, seed, longest);
  return (start, end, keys, to) => {
    write(start, end, shingles);
    hash(end - start);
    for (let band = 0; band < bands; band++) keys[to + band] = latest[band];
  };
}
