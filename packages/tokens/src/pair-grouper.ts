import { Scratch } from "./scratch.ts";

/** Numbers of an item: a prefix and a last token; once they have been looked up, the group that they belong to stands first. */
const ITEM = 2;

/** How many items a part has, so that its table fits the second-level cache, and how many parts are written to side by side. */
const PART_ITEMS = 1 << 13;
const MOST_PARTS_LOG = 10;

/** More items than these, which take 512 MB, are dealt out in several rounds, each of its own share of the pairs. */
const MOST_ITEMS = 2 ** 29 / (ITEM * Int32Array.BYTES_PER_ELEMENT);

/** Numbers of a slot. */
const SLOT = 2;

const logFrom = (count: number): number => (count <= 1 ? 0 : 32 - Math.clz32(Math.ceil(count) - 1));

/** The high bits choose the part, the low ones the slot. */
function hashPair(prefix: number, token: number): number {
  let hash = Math.imul(prefix, 0x9e3779b1) ^ Math.imul(token, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}

/** Which positions have a pair in common. */
export interface PairGroups {
  /**
   * For each place among the positions the number of its group, from 1, or 0 where no other one has the same pair. The next
   * call writes to it.
   */
  readonly groups: Int32Array;
  readonly count: number;
}

/** The parts of one round: `first` is the number of the first one, of `2 ** log` in all. */
interface Round {
  readonly first: number;
  readonly parts: number;
  readonly log: number;
  /** Where each part begins among the items, and one last entry where the last one ends. */
  readonly begins: Int32Array;
}

/**
 * Groups positions by the pair of their prefix and their last token. A table of all pairs would miss the cache at every
 * look-up, so they are first dealt out, by hash and in order, to parts that are small enough for a table in the cache, and
 * then collected from the parts as they were dealt. What is needed for that is kept for the next order.
 */
export class PairGrouper {
  readonly #tokens: Int32Array;
  readonly #mostItems: number;
  #items = new Int32Array(0);
  /** One more than where the first item with a pair stands, or 0 for an empty slot; and its group, if it has one. */
  #slots = new Int32Array(0);
  readonly #groups = new Scratch();
  #count = 0;

  constructor(tokens: Int32Array, mostItems: number = MOST_ITEMS) {
    this.#tokens = tokens;
    this.#mostItems = mostItems;
  }

  group(prefixes: Int32Array, positions: Int32Array): PairGroups {
    const groups = this.#groups.zeros(positions.length);
    const roundsLog = logFrom(positions.length / this.#mostItems);
    const partsLog = Math.min(MOST_PARTS_LOG, logFrom(positions.length / 2 ** roundsLog / PART_ITEMS));
    const log = roundsLog + partsLog;
    const parts = 1 << partsLog;
    const ends = this.#endsOf(prefixes, positions, log);
    this.#count = 0;
    for (let first = 0; first < 1 << log; first += parts) {
      const endOf = (part: number): number => (part === 0 ? 0 : ends[part - 1]) * ITEM;
      const begins = Int32Array.from({ length: parts + 1 }, (_, part) => endOf(first + part) - endOf(first));
      const round = { first, parts, log, begins };
      this.#dealOut(prefixes, positions, round);
      for (let part = 0; part < parts; part++) this.#groupPart(begins[part], begins[part + 1]);
      this.#collect(prefixes, positions, round, groups);
    }
    return { groups, count: this.#count };
  }

  /** Where the places of each part end, when the parts follow one another. */
  #endsOf(prefixes: Int32Array, positions: Int32Array, log: number): Int32Array {
    const tokens = this.#tokens;
    const ends = new Int32Array(1 << log);
    // A shift by 32 would be none.
    const shift = 31 - log;
    for (let place = 0; place < positions.length; place++) {
      const position = positions[place];
      ends[(hashPair(prefixes[position - 1], tokens[position]) >>> 1) >>> shift]++;
    }
    for (let part = 1; part < ends.length; part++) ends[part] += ends[part - 1];
    return ends;
  }

  #dealOut(prefixes: Int32Array, positions: Int32Array, { first, parts, log, begins }: Round): void {
    const tokens = this.#tokens;
    if (begins[parts] > this.#items.length) this.#items = new Int32Array(begins[parts]);
    const items = this.#items;
    const cursors = begins.slice();
    const shift = 31 - log;
    for (let place = 0; place < positions.length; place++) {
      const position = positions[place];
      const prefix = prefixes[position - 1];
      const token = tokens[position];
      const part = ((hashPair(prefix, token) >>> 1) >>> shift) - first;
      if (part < 0 || part >= parts) continue;
      const item = cursors[part];
      items[item] = prefix;
      items[item + 1] = token;
      cursors[part] = item + ITEM;
    }
  }

  /** Finds the groups among the items of one part. */
  #groupPart(from: number, to: number): void {
    const size = SLOT << logFrom(((to - from) / ITEM) * 2);
    if (size > this.#slots.length) this.#slots = new Int32Array(size);
    const [items, slots] = [this.#items, this.#slots];
    slots.fill(0, 0, size);
    const mask = size - 1;
    let count = this.#count;
    for (let item = from; item < to; item += ITEM) {
      const prefix = items[item];
      const token = items[item + 1];
      let slot = (hashPair(prefix, token) << 1) & mask;
      let met = slots[slot] - 1;
      while (met >= 0 && (items[met] !== prefix || items[met + 1] !== token)) {
        slot = (slot + SLOT) & mask;
        met = slots[slot] - 1;
      }
      if (met < 0) slots[slot] = item + 1;
      else {
        if (slots[slot + 1] === 0) slots[slot + 1] = ++count;
        items[item] = slots[slot + 1];
      }
    }
    // The first items with each pair had to keep it until the end.
    for (let slot = 0; slot < size; slot += SLOT) if (slots[slot] > 0) items[slots[slot] - 1] = slots[slot + 1];
    this.#count = count;
  }

  /** Takes the groups back from the parts, in the order of the places. */
  #collect(
    prefixes: Int32Array,
    positions: Int32Array,
    { first, parts, log, begins }: Round,
    groups: Int32Array,
  ): void {
    const [tokens, items] = [this.#tokens, this.#items];
    const cursors = begins.slice();
    const shift = 31 - log;
    for (let place = 0; place < positions.length; place++) {
      const position = positions[place];
      const part = ((hashPair(prefixes[position - 1], tokens[position]) >>> 1) >>> shift) - first;
      if (part < 0 || part >= parts) continue;
      groups[place] = items[cursors[part]];
      cursors[part] += ITEM;
    }
  }
}
