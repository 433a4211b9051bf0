const INITIAL_SLOTS = 1 << 12;

/** Sums of numbers by 32-bit key: an open-addressing table of typed arrays, because a `Map` ends at 16.7 million entries. */
export class HashCounts {
  #keys = new Int32Array(INITIAL_SLOTS);
  #sums = new Float64Array(INITIAL_SLOTS);
  #size = 0;

  /** Adds a positive number to the sum of a key. */
  add(key: number, amount: number): void {
    const slot = this.#slot(key);
    if (this.#sums[slot] === 0) {
      this.#keys[slot] = key;
      if (++this.#size * 3 > this.#keys.length * 2) {
        this.#sums[slot] = amount;
        this.#grow();
        return;
      }
    }
    this.#sums[slot] += amount;
  }

  /** The sum of a key, 0 when nothing was added. */
  get(key: number): number {
    return this.#sums[this.#slot(key)];
  }

  /** Where a key is, or would be: a slot with sum 0 is free. Keys are mixed hashes already, their low bits serve. */
  #slot(key: number): number {
    const mask = this.#keys.length - 1;
    let slot = key & mask;
    while (this.#sums[slot] !== 0 && this.#keys[slot] !== (key | 0)) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const keys = this.#keys;
    const sums = this.#sums;
    this.#keys = new Int32Array(keys.length * 2);
    this.#sums = new Float64Array(sums.length * 2);
    for (let slot = 0; slot < keys.length; slot++) {
      if (sums[slot] === 0) continue;
      const target = this.#slot(keys[slot]);
      this.#keys[target] = keys[slot];
      this.#sums[target] = sums[slot];
    }
  }
}
