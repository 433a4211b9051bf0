/** The most code units of a short word: as many bytes as three numbers have. */
export const SHORT = 12;

const INITIAL_SLOTS = 1 << 12;

/** Gives an empty table of so many numbers. It may lie where the last one did, whose words are then gone. */
export type AllocateSlots = (length: number) => Int32Array;

/** Numbers of a slot: the units of a word, a byte each, and its id + 1 (0 is an empty slot). A slot lies within a cache line. */
const SLOT = 4;

function hashShort(first: number, second: number, third: number): number {
  let hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b) ^ Math.imul(third, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}

/**
 * The ids of words of at most {@link SHORT} units, all of them from 1 to 255: most words of most languages in the Latin script.
 * Such a word is three numbers, its first unit in the lowest byte of the first, so that it is hashed and compared at once and
 * not unit by unit.
 */
export class ShortWords {
  #slots: Int32Array = new Int32Array(INITIAL_SLOTS * SLOT);
  #allocate: AllocateSlots = (length) => new Int32Array(length);
  #size = 0;

  /** The id of a word; where it is new, it is given the id `next`. */
  intern(first: number, second: number, third: number, next: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let at = (hashShort(first, second, third) << 2) & mask;
    for (;;) {
      const id = slots[at + 3] - 1;
      if (id < 0) break;
      if (slots[at] === first && slots[at + 1] === second && slots[at + 2] === third) return id;
      at = (at + SLOT) & mask;
    }
    slots[at] = first;
    slots[at + 1] = second;
    slots[at + 2] = third;
    slots[at + 3] = next + 1;
    if (++this.#size * 2 * SLOT > slots.length) this.#move(slots.length * 2);
    return next;
  }

  /** Keeps the table in other memory from now on. */
  moveTo(allocate: AllocateSlots): void {
    this.#allocate = allocate;
    this.#move(this.#slots.length);
  }

  #move(length: number): void {
    const old = this.#slots.slice();
    const slots = this.#allocate(length);
    const mask = slots.length - 1;
    for (let from = 0; from < old.length; from += SLOT) {
      if (old[from + 3] === 0) continue;
      let at = (hashShort(old[from], old[from + 1], old[from + 2]) << 2) & mask;
      while (slots[at + 3] !== 0) at = (at + SLOT) & mask;
      for (let number = 0; number < SLOT; number++) slots[at + number] = old[from + number];
    }
    this.#slots = slots;
  }
}
