/** The most code units of a short word: as many bytes as three numbers have. */
export const SHORT = 12;

/** Numbers of a slot: three that stand for a word, and its id + 1 (0 is an empty slot). A slot lies within a cache line. */
export const SLOT = 4;

/** Where the slot of a word is looked for first, in a table of any length. */
export function wordSlot(first: number, second: number, third: number): number {
  let hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b) ^ Math.imul(third, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) << 2;
}

/** Puts the words of one table into a longer one that is empty. */
export function moveSlots(old: Int32Array, slots: Int32Array): void {
  const mask = slots.length - 1;
  for (let from = 0; from < old.length; from += SLOT) {
    if (old[from + 3] === 0) continue;
    let at = wordSlot(old[from], old[from + 1], old[from + 2]) & mask;
    while (slots[at + 3] !== 0) at = (at + SLOT) & mask;
    for (let number = 0; number < SLOT; number++) slots[at + number] = old[from + number];
  }
}
