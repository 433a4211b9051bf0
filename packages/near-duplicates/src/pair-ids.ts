const INITIAL_SLOTS = 1 << 10;

/** Numbers of a slot: id + 1 (0 is an empty slot), and the pair, padded so that no slot lies across two cache lines. */
const SLOT = 4;
const LEFT = 1;
const RIGHT = 2;

function hashPair(left: number, right: number): number {
  let hash = Math.imul(left, 0x9e3779b1) ^ Math.imul(right, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}

/** Ids of pairs of numbers, in order of first appearance. */
export class PairIds {
  #slots = new Int32Array(INITIAL_SLOTS * SLOT);
  /** How many different pairs there are. */
  size = 0;

  /** The id of a pair. */
  intern(left: number, right: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let at = (hashPair(left, right) << 2) & mask;
    while (slots[at] !== 0) {
      if (slots[at + LEFT] === left && slots[at + RIGHT] === right) return slots[at] - 1;
      at = (at + SLOT) & mask;
    }
    slots[at] = ++this.size;
    slots[at + LEFT] = left;
    slots[at + RIGHT] = right;
    if (this.size * 2 * SLOT > slots.length) this.#grow();
    return this.size - 1;
  }

  #grow(): void {
    const old = this.#slots;
    const slots = new Int32Array(old.length * 2);
    const mask = slots.length - 1;
    for (let from = 0; from < old.length; from += SLOT) {
      if (old[from] === 0) continue;
      let at = (hashPair(old[from + LEFT], old[from + RIGHT]) << 2) & mask;
      while (slots[at] !== 0) at = (at + SLOT) & mask;
      for (let word = 0; word < SLOT; word++) slots[at + word] = old[from + word];
    }
    this.#slots = slots;
  }
}
