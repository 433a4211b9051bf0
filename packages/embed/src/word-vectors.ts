import { BLOCK } from "./kernel-memory.ts";
import type { RowKernel } from "./row-kernel.ts";
import type { WordProjection } from "./word-projection.ts";
import type { WordSlots } from "./word-slots.ts";

/** From one word vector to the next within a block of the table, in bytes. */
const SLOT_BYTES = BLOCK * 2;

/** Where 16 bits end. */
const FARTHEST = 0x8000;

/** The vectors of words, in the table of a kernel. */
export class WordVectors {
  /** Where words stand whose vectors are kept, in bytes of a block of the table; -1 for the others. */
  readonly places: Int32Array;
  /** How far from zero the vectors of words reach; as far as any could where it is not kept. */
  readonly reaches: Uint16Array;
  readonly #kernel: RowKernel;
  readonly #project: WordProjection;
  readonly #kept: number;
  readonly #room: number;
  #lent = 0;

  /** Projects the words that keep their vectors. The kernel has some slots more, which are lent to the others. */
  constructor(kernel: RowKernel, project: WordProjection, { kept, slots }: WordSlots) {
    this.#kernel = kernel;
    this.#project = project;
    this.#kept = kept;
    this.#room = kernel.memory.layout.blockBytes / SLOT_BYTES - kept;
    this.places = slots.map((slot) => (slot < 0 ? -1 : slot * SLOT_BYTES));
    this.reaches = new Uint16Array(slots.length).fill(FARTHEST);
    for (let id = 0; id < slots.length; id++) if (slots[id] >= 0) this.reaches[id] = this.#put(id, this.places[id]);
  }

  /** Whether there is a slot for one more word. */
  get hasRoom(): boolean {
    return this.#lent < this.#room;
  }

  /** Projects a word whose vector is not kept, and gives its place until the next `reclaim`. */
  lend(id: number): number {
    const place = (this.#kept + this.#lent++) * SLOT_BYTES;
    this.#put(id, place);
    return place;
  }

  /** Takes back all slots that were lent. */
  reclaim(): void {
    this.#lent = 0;
  }

  #put(id: number, place: number): number {
    return this.#kernel.projectWord(this.#project(id, this.#kernel.memory), place);
  }
}
