import { BITS } from "./bits.ts";

/** Where an n-gram may stand that its document has twice. */
export interface Recurrences {
  /** A bit for each position: whether its document has the n-gram of the order before that ends there elsewhere too, or may have. */
  readonly marks: Int32Array;
  /** No more positions than these are marked. */
  most: number;
}

/** The ids of the n-grams that end at positions, and where documents begin. */
interface NumberedPositions {
  readonly ids: Int32Array;
  readonly offsets: Uint32Array;
}

/** What repeats are looked for with. */
interface RepeatSearch {
  /** A bit for each position where an n-gram may recur. */
  readonly marks: Int32Array;
  /** No document has more n-grams that recur. */
  readonly most: number;
  /** Zeros, as many as {@link repeatSlots} says for the longest document. */
  readonly slots: Int32Array;
}

/**
 * How many slots the n-grams of a document need that has no more than so many which recur: four for each, since most are met for
 * the first time, and then the first slot is to be an empty one.
 */
export const repeatSlots = (ngrams: number): number => (ngrams < 2 ? 4 : 1 << (34 - Math.clz32(ngrams - 1)));

/**
 * Writes to `repeats`, rising, where n-grams end that their document has had before, and gives their number. An n-gram can only
 * recur where both its first and its last tokens do, so few positions need looking at once n-grams are long. The marks become
 * those of this order.
 *
 * Documents are short, so a table of the n-grams of one stays in the first-level cache, where one of all n-grams would not. A slot
 * holds one more than where an n-gram stands in the document. What an earlier document has left there counts as empty.
 */
export function findRepeats(
  { ids, offsets }: NumberedPositions,
  { marks, most, slots }: RepeatSearch,
  repeats: Int32Array,
): number {
  let used = 0;
  let document = -1;
  let begin = 0;
  let end = 0;
  let mask = 0;
  let before = 0;
  for (let word = 0; word < marks.length; word++) {
    const marked = marks[word];
    let rest = marked & ((marked << 1) | (before >>> (BITS - 1)));
    before = marked;
    marks[word] = 0;
    for (; rest !== 0; rest &= rest - 1) {
      const position = word * BITS + BITS - 1 - Math.clz32(rest & -rest);
      const id = ids[position];
      if (id < 0) continue;
      if (position >= end) {
        while (position >= end) end = offsets[++document + 1];
        begin = offsets[document];
        mask = repeatSlots(Math.min(end - begin, most)) - 1;
      }
      const hash = Math.imul(id, 0x9e3779b1);
      let slot = (hash ^ (hash >>> 15)) & mask;
      let met = slots[slot] - 1;
      while (met >= begin && ids[met] !== id) {
        slot = (slot + 1) & mask;
        met = slots[slot] - 1;
      }
      if (met < begin) slots[slot] = position + 1;
      else {
        repeats[used++] = position;
        marks[met >>> 5] |= 1 << met;
        marks[word] |= 1 << position;
      }
    }
  }
  return used;
}
