import { BLOCK } from "./kernel-memory.ts";
import type { RowKernel } from "./row-kernel.ts";
import type { WordProjection } from "./word-projection.ts";
import type { WordSlots } from "./word-slots.ts";

/** From one word vector to the next within a block of the table, in bytes. */
const SLOT_BYTES = BLOCK * 2;

/** Where 16 bits end. */
const FARTHEST = 0x8000;

/** Numbers of a word: the place of its vector, and how far that reaches. */
export const WORD = 2;

/** The vectors of words, in the table of a kernel. */
export class WordVectors {
  /**
   * {@link WORD} numbers of each: where those stand whose vectors are kept, in bytes of a block of the table, -1 for the others; and
   * how far from zero the vector reaches, as far as any could where it is not kept.
   */
  readonly words: Int32Array;
  readonly #kernel: RowKernel;
  readonly #project: WordProjection;
  readonly #kept: number;
  readonly #room: number;
  #lent = 0;

  /** The kernel has some slots more than words that keep their vectors, which are lent to the others. */
  constructor(
    kernel: RowKernel,
    project: WordProjection,
    { kept, slots }: WordSlots,
    words: Int32Array = new Int32Array(slots.length * WORD),
  ) {
    this.#kernel = kernel;
    this.#project = project;
    this.#kept = kept;
    this.#room = kernel.memory.layout.blockBytes / SLOT_BYTES - kept;
    this.words = words;
    slots.forEach((slot, id) => {
      words[id * WORD] = slot < 0 ? -1 : slot * SLOT_BYTES;
      words[id * WORD + 1] = slot < 0 ? FARTHEST : 0;
    });
  }

  /** Projects the words that keep their vectors, but for those of which it is known already how far they reach. */
  projectKept(): void {
    const { words } = this;
    for (let at = 0; at < words.length; at += WORD) {
      if (words[at + 1] === 0) words[at + 1] = this.#put(at / WORD, words[at]);
    }
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
