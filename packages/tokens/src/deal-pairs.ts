import { type NgramColumn, NO_NGRAM } from "./ngram-column.ts";
import { COPIED, END, FRESH, freshIn, STRETCH } from "./ngram-stretches.ts";

/** Numbers of an item: a prefix and a last token. */
export const ITEM = 2;

/** The n-grams that are one token shorter. */
export type ShorterNgrams = Pick<NgramColumn, "order" | "ids" | "counts">;

/** What pairs of a prefix and a last token are read from, and the column that says where each goes. */
export interface PairColumns {
  readonly shorter: ShorterNgrams;
  readonly tokens: Int32Array;
  readonly stretches: Int32Array;
  readonly ids: Int32Array;
}

/** How many items a part has, so that its table fits the second-level cache, and how many parts are written to side by side. */
const PART_ITEMS = 1 << 13;
const MOST_PARTS_LOG = 10;

/** The high bits choose the part, the low ones the slot. */
export function hashPair(prefix: number, token: number): number {
  let hash = Math.imul(prefix, 0x9e3779b1) ^ Math.imul(token, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}

/** How many parts there are for pairs of so many positions, as a power of two. */
function partsFor(positions: number): number {
  return Math.min(MOST_PARTS_LOG, positions <= PART_ITEMS ? 0 : 32 - Math.clz32((positions - 1) / PART_ITEMS));
}

/** By how many bits a hash is shifted, after one, to give one of so many parts: a shift by 32 would be none. */
export const partShift = (parts: number): number => Math.clz32(parts);

/**
 * Writes to each position that copies none which part its n-gram goes to; or its number, if it cannot occur twice: one cannot if
 * its first or its last tokens do not. Adds up the sizes of the parts in items.
 */
export function chooseParts(
  { shorter: { ids: shorter, counts, order }, tokens, stretches, ids }: PairColumns,
  sizes: Int32Array,
): void {
  const shift = partShift(sizes.length);
  // Single tokens have an id even if they occur once.
  const recurs = (id: number): boolean => id >= 0 && (order > 1 || counts[id] > 1);
  let next = 0;
  let once = 0;
  for (let at = 0; at < stretches.length; at += STRETCH) {
    const end = stretches[at + COPIED];
    let position = stretches[at + FRESH];
    while (next < position) ids[next++] = NO_NGRAM;
    let prefix = position < end ? shorter[position - 1] : NO_NGRAM;
    for (let before = recurs(prefix); position < end; position++) {
      const id = shorter[position];
      const now = recurs(id);
      once++;
      if (before && now) {
        const part = (hashPair(prefix, tokens[position]) >>> 1) >>> shift;
        sizes[part]++;
        ids[position] = part;
      } else ids[position] = NO_NGRAM - once;
      prefix = id;
      before = now;
    }
    next = stretches[at + END];
  }
  ids.fill(NO_NGRAM, next);
}

/** What is looked up at one order. */
export interface DealtPairs {
  /** Items of {@link ITEM} numbers, part by part, in each part in the order of their positions. */
  readonly items: Int32Array;
  /** Where each part ends among the items. */
  readonly ends: Int32Array;
}

/** Writes the items, each behind those of its part, whose ends move on, and to each position the place of its item. */
export function writeItems({ shorter, tokens, stretches, ids }: PairColumns, { items, ends }: DealtPairs): void {
  const prefixes = shorter.ids;
  for (let at = 0; at < stretches.length; at += STRETCH) {
    const end = stretches[at + COPIED];
    for (let position = stretches[at + FRESH]; position < end; position++) {
      const part = ids[position];
      if (part < 0) continue;
      const item = ends[part];
      items[item] = prefixes[position - 1];
      items[item + 1] = tokens[position];
      ends[part] = item + ITEM;
      ids[position] = item;
    }
  }
}

/** Where numbers are written to that are of no use after this order: so many zeros, and so many of whatever there is. */
export interface DealingMemory {
  readonly zeros: (length: number) => Int32Array;
  readonly items: (length: number) => Int32Array;
}

/**
 * Deals the pairs of a prefix and a last token out, by hash and in order, to parts that are small enough for a table in the
 * cache. A position that copies none gets the place of its item; a negative number where its n-gram cannot occur twice, and where
 * none ends. Copied positions are left as they are.
 */
export function dealPairs(
  columns: PairColumns,
  loops: { readonly chooseParts: typeof chooseParts; readonly writeItems: typeof writeItems },
  memory: DealingMemory,
): DealtPairs {
  const { stretches } = columns;
  const parts = 1 << partsFor(freshIn(stretches));
  const ends = memory.zeros(parts).subarray(0, parts);
  loops.chooseParts(columns, ends);
  let length = 0;
  for (let part = 0; part < parts; part++) {
    const size = ends[part] * ITEM;
    // Where the part begins. It ends where the cursor is at the end.
    ends[part] = length;
    length += size;
  }
  const dealt = { items: memory.items(length), ends };
  loops.writeItems(columns, dealt);
  return dealt;
}
