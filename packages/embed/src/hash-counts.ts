import { int32, type Memory, ownMemory } from "@corpulse/tokens";

const LEAST_SLOTS = 1 << 10;

/** Sums end here. */
export const MOST_COUNTED = 0x7fffffff;

/**
 * Sums of positive integers by 32-bit key: an open-addressing table, because a `Map` ends at 16.7 million entries. Keys stand
 * beside their sums, in one line of a cache.
 */
export class HashCounts {
  readonly #memory: Memory;
  #entries: Int32Array;
  #size = 0;

  /** @param expected of how many keys: with more it grows */
  constructor(expected: number, memory: Memory = ownMemory) {
    let slots = LEAST_SLOTS;
    while (slots * 2 < expected * 3) slots *= 2;
    this.#memory = memory;
    this.#entries = int32(memory, slots * 2);
  }

  /** Keys and sums in turn, at the slots that {@link slotOf} gives. */
  get entries(): Int32Array {
    return this.#entries;
  }

  /** Adds an amount to the sums of the first `count` keys. */
  add(keys: Int32Array, count: number, amount: number): void {
    let entries = this.#entries;
    for (let index = 0; index < count; index++) {
      const slot = slotOf(entries, keys[index]);
      const sum = entries[slot + 1];
      entries[slot + 1] = Math.min(sum + amount, MOST_COUNTED);
      if (sum > 0) continue;
      entries[slot] = keys[index];
      if (++this.#size * 3 > entries.length) {
        entries = this.#grow();
      }
    }
  }

  /**
   * Has a kernel add to the sums, which is given the entries and how many keys there are, and gives how many there are then. It is
   * called again with twice the room until it is done.
   */
  addBy(kernel: (entries: Int32Array, size: number) => { readonly size: number; readonly isDone: boolean }): void {
    for (;;) {
      const { size, isDone } = kernel(this.#entries, this.#size);
      this.#size = size;
      if (isDone) return;
      this.#grow();
    }
  }

  /** Puts another positive integer in the place of every sum. */
  replace(convert: (sum: number) => number): void {
    const entries = this.#entries;
    for (let at = 1; at < entries.length; at += 2) if (entries[at] > 0) entries[at] = convert(entries[at]);
  }

  /** The sum of a key, 0 when nothing was added. */
  get(key: number): number {
    const entries = this.#entries;
    return entries[slotOf(entries, key) + 1];
  }

  #grow(): Int32Array {
    const entries = this.#entries;
    const grown = int32(this.#memory, entries.length * 2);
    for (let from = 0; from < entries.length; from += 2) {
      if (entries[from + 1] === 0) continue;
      const slot = slotOf(grown, entries[from]);
      grown[slot] = entries[from];
      grown[slot + 1] = entries[from + 1];
    }
    this.#entries = grown;
    return grown;
  }
}

/** Where a key is, or would be: a slot with sum 0 is free. Keys are mixed hashes already, their low bits serve. */
function slotOf(entries: Int32Array, key: number): number {
  const mask = entries.length - 1;
  let slot = (key << 1) & mask;
  while (entries[slot + 1] !== 0 && entries[slot] !== key) slot = (slot + 2) & mask;
  return slot;
}
