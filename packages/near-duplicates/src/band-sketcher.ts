import { type BandHasher, bandHasher } from "./band-hasher.ts";
import type { Banding } from "./banding-for.ts";
import type { ShingleText } from "./shingle-column.ts";
import { ShingleHashes } from "./shingle-hashes.ts";

/** Room for the shingles of most documents. */
const SHINGLES = 1 << 10;

/** Sketches parts of a text, which may grow. */
export class BandSketcher {
  readonly #banding: Banding;
  readonly #seed: number;
  readonly #hashes: ShingleHashes;
  #hasher: BandHasher;

  /** For shingles of so many words or characters. */
  constructor(banding: Banding, seed: number, size: number) {
    this.#banding = banding;
    this.#seed = seed;
    this.#hashes = new ShingleHashes(size);
    this.#hasher = bandHasher(banding, seed, SHINGLES);
  }

  /** Takes the text, and takes it again when it has grown. */
  read(text: ShingleText): void {
    this.#hashes.read(text);
  }

  /**
   * Writes the keys of the bands of the shingles that end at the positions from `start` to `end`, at least one, to `keys` from
   * `to` on. What a part repeats is no smaller the second time.
   */
  sketch(start: number, end: number, keys: Int32Array, to: number): void {
    const length = end - start;
    if (length > this.#hasher.shingles.length) this.#hasher = bandHasher(this.#banding, this.#seed, length * 2);
    const { shingles, keys: latest, hash } = this.#hasher;
    this.#hashes.write(start, end, shingles);
    hash(length);
    const { bands } = this.#banding;
    for (let band = 0; band < bands; band++) keys[to + band] = latest[band];
  }
}
