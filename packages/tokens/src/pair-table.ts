const INITIAL_SLOTS = 1 << 10;

/** Numbers of a slot: id + 1 (0 is an empty slot), and the pair. They lie side by side to share a cache line. */
const SLOT = 4;
const LEFT = 1;
const RIGHT = 2;

function hashPair(left: number, right: number): number {
  let hash = Math.imul(left, 0x9e3779b1) ^ Math.imul(right, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}

/** Ids of pairs of numbers. It grows with the pairs it holds, because a small table stays in the processor's cache. */
export class PairTable {
  #slots = new Int32Array(INITIAL_SLOTS * SLOT);
  #size = 0;

  /** The id of a pair, which becomes `next` if the pair is new. */
  intern(left: number, right: number, next: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let at = (hashPair(left, right) << 2) & mask;
    for (;;) {
      const id = slots[at] - 1;
      if (id < 0) break;
      if (slots[at + LEFT] === left && slots[at + RIGHT] === right) return id;
      at = (at + SLOT) & mask;
    }
    slots[at] = next + 1;
    slots[at + LEFT] = left;
    slots[at + RIGHT] = right;
    if (++this.#size * 2 * SLOT > slots.length) this.#grow();
    return next;
  }

  #grow(): void {
    const old = this.#slots;
    const slots = new Int32Array(old.length * 2);
    const mask = slots.length - 1;
    for (let from = 0; from < old.length; from += SLOT) {
      if (old[from] === 0) continue;
      let at = (hashPair(old[from + LEFT], old[from + RIGHT]) << 2) & mask;
      while (slots[at] !== 0) at = (at + SLOT) & mask;
      slots[at] = old[from];
      slots[at + LEFT] = old[from + LEFT];
      slots[at + RIGHT] = old[from + RIGHT];
    }
    this.#slots = slots;
  }
}
