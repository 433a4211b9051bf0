import { BITS, bitSet } from "./bits.ts";
import type { Scratch } from "./scratch.ts";

/** Where an n-gram may stand that its document has twice. */
export interface Recurrences {
  /**
   * A bit for each position: whether its document has the n-gram of the order before that ends there elsewhere too. Absent where that
   * is not known.
   */
  marks?: Int32Array;
  /** No more positions than these are marked. */
  most: number;
}

/** The ids of the n-grams that end at each position, and where documents begin. */
interface NumberedPositions {
  readonly ids: Int32Array;
  readonly offsets: Uint32Array;
  /** How many ids there are. */
  readonly different: number;
}

/** Finds repeats with no marks to go by, and marks them and what they repeat. `latest` holds a 0 for each id. */
function findUnmarked(
  { ids, offsets }: NumberedPositions,
  latest: Int32Array,
  marks: Int32Array,
  repeats: Int32Array,
): number {
  let used = 0;
  for (let document = 0; document + 1 < offsets.length; document++) {
    const begin = offsets[document];
    const end = offsets[document + 1];
    for (let position = begin; position < end; position++) {
      const id = ids[position];
      if (id < 0) continue;
      const met = latest[id] - 1;
      latest[id] = position + 1;
      if (met < begin) continue;
      repeats[used++] = position;
      marks[met >>> 5] |= 1 << met;
      marks[position >>> 5] |= 1 << position;
    }
  }
  return used;
}

/** Room for the positions of a document at load one half. */
const slotsFor = (positions: number): number => (positions < 2 ? 2 : 1 << (33 - Math.clz32(positions - 1)));

/** Finds repeats among the positions that are marked, and marks those of this order in their place. */
function findMarked({ ids, offsets }: NumberedPositions, most: number, marks: Int32Array, repeats: Int32Array): number {
  let longest = 0;
  for (let document = 1; document < offsets.length; document++) {
    longest = Math.max(longest, offsets[document] - offsets[document - 1]);
  }
  /** One more than where an n-gram stands in the document. What an earlier document has left there counts as empty. */
  const slots = new Int32Array(slotsFor(Math.min(longest, most)));
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
        mask = slotsFor(Math.min(end - begin, most)) - 1;
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

/**
 * Writes to `repeats`, rising, where n-grams end that their document has had before, and gives their number. An n-gram can only
 * recur where both its first and its last tokens do, so few positions need looking at once n-grams are long.
 */
export function findRepeats(
  positions: NumberedPositions,
  recurrences: Recurrences,
  scratch: Scratch,
  repeats: Int32Array,
): number {
  const { marks, most } = recurrences;
  let used: number;
  if (marks === undefined) {
    recurrences.marks = bitSet(positions.ids.length);
    used = findUnmarked(positions, scratch.zeros(positions.different), recurrences.marks, repeats);
  } else used = findMarked(positions, most, marks, repeats);
  recurrences.most = used * 2;
  return used;
}
