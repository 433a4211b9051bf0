import { copyIds } from "./copy-ids.ts";
import type { JoinMemory } from "./join-memory.ts";
import type { KernelExports } from "./load-kernel.ts";
import type { FeatureWriter } from "./rarest-shingles.ts";
import type { ShingleSets } from "./shingle-sets.ts";

const WORD = Uint32Array.BYTES_PER_ELEMENT;

/** `RarestShingles` by the kernel, which is given the ids of some sets at a time. */
export class RarestByKernel implements FeatureWriter {
  readonly #sets: ShingleSets;
  readonly #places: Uint32Array;
  readonly #memory: JoinMemory;
  readonly #kernel: KernelExports;
  /** Which ids have been copied, and to what address. */
  #from = 0;
  #to = 0;
  #copied = 0;

  constructor(sets: ShingleSets, places: Uint32Array, memory: JoinMemory, kernel: KernelExports) {
    this.#sets = sets;
    this.#places = places;
    this.#memory = memory;
    this.#kernel = kernel;
  }

  write(place: number, others: number, used: number): number {
    const { starts, ends } = this.#sets;
    const set = this.#places[place];
    const start = starts[set];
    const end = ends[set];
    if (start < this.#from || end > this.#to) this.#copy(place);
    const from = this.#copied - this.#from * WORD;
    const target = this.#memory.features.byteOffset + used * WORD;
    return used + this.#kernel.writePrefix(from + start * WORD, from + end * WORD, others, place, target);
  }

  /** Copies the ids of a place and of places after it, but those that their sets repeat. */
  #copy(place: number): void {
    const { starts, ends } = this.#sets;
    const places = this.#places;
    const { ids } = this.#memory;
    const first = places[place];
    let last = first;
    for (let next = place + 1; next < places.length; next++) {
      const following = places[next];
      if (starts[following] < ends[last] || ends[following] - starts[first] > ids.length - 1) break;
      last = following;
    }
    this.#copied = copyIds(this.#sets, first, last, ids);
    this.#from = starts[first];
    this.#to = ends[last];
  }
}
