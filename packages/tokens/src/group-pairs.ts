import { type DealtPairs, hashPair, ITEM } from "./deal-pairs.ts";

/** The bit of a prefix that says whether other items have the same pair. */
const FOLLOWED = 1 << 31;

function groupPart(
  items: Int32Array,
  { from, to }: { from: number; to: number },
  slots: Int32Array,
  mask: number,
): void {
  for (let item = from; item < to; item += ITEM) {
    const prefix = items[item];
    const token = items[item + 1];
    let slot = hashPair(prefix, token) & mask;
    // One more than where the first item with a pair stands, or 0 for an empty slot.
    let met = slots[slot];
    while (met > 0 && ((items[met - 1] & ~FOLLOWED) !== prefix || items[met] !== token)) {
      slot = (slot + 1) & mask;
      met = slots[slot];
    }
    if (met === 0) slots[slot] = item + 1;
    else {
      items[met - 1] |= FOLLOWED;
      items[item + 1] = ~(met - 1);
    }
  }
}

/** How many slots a table for so many items has: two for each at least. */
const slotsOf = (items: number): number => (items < 2 ? 2 : 1 << (33 - Math.clz32(items - 1)));

/** How many slots the largest part needs. */
export function groupSlots({ ends }: DealtPairs): number {
  const largest = ends.reduce((most, end, part) => Math.max(most, end - (part === 0 ? 0 : ends[part - 1])), 0);
  return slotsOf(largest / ITEM);
}

/**
 * Finds items with the same pair. The first one keeps it, its prefix turned negative; the others have a negative number in the
 * place of their token, `~first`. Items that are alone stay as they are.
 */
export function groupPairs({ items, ends }: DealtPairs, slots: Int32Array): void {
  let from = 0;
  for (let part = 0; part < ends.length; part++) {
    const to = ends[part];
    const size = slotsOf((to - from) / ITEM);
    slots.fill(0, 0, size);
    groupPart(items, { from, to }, slots, size - 1);
    from = to;
  }
}

/**
 * Gives the items that follow a first one its id, and counts them: once all first items have their id in the place of their
 * prefix and 1 in that of their token, the first number of each item is its id, and the second of each first one how many there are.
 */
export function joinGroups({ items, ends }: DealtPairs): void {
  const end = ends[ends.length - 1];
  for (let item = 0; item < end; item += ITEM) {
    const first = ~items[item + 1];
    if (first < 0) continue;
    items[item] = items[first];
    items[first + 1]++;
  }
}
