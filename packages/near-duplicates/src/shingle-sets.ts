import { documentCount, type NgramIndex } from "@corpulse/tokens";
import { PairIds } from "./pair-ids.ts";
import { shingleColumn } from "./shingle-column.ts";
import type { Shingle } from "./shingle.ts";

/**
 * The different shingle sets of a corpus. Documents with equal sets share one, so that a text copied a thousand times is
 * compared once. Sets are numbered by the first document that has them.
 */
export interface ShingleSets {
  /** The shingle ids of all sets, end to end, without repetition within a set. */
  readonly shingles: Uint32Array;
  /** Where each set starts, and one last entry where the last one ends. */
  readonly offsets: Uint32Array;
  /** How many shingles each set has. */
  readonly sizes: Uint32Array;
  /** One more than the highest shingle id. */
  readonly shingleCount: number;
  /** The set of each document. */
  readonly setOf: Uint32Array;
  /** The first document of each set. */
  readonly firstDocument: Uint32Array;
}

/** Of a set in any order: a sum does not depend on it. */
function hashSet(shingles: Uint32Array, start: number, end: number): number {
  let hash = end - start;
  for (let at = start; at < end; at++) {
    const mixed = Math.imul(shingles[at] ^ (shingles[at] >>> 15), 0x9e3779b1);
    hash = (hash + Math.imul(mixed ^ (mixed >>> 13), 0x85ebca6b)) | 0;
  }
  return hash ^ (hash >>> 16);
}

/** The tokens of all documents shorter than a shingle. */
function tokensOfShort(starts: Uint32Array, size: number): number {
  let tokens = 0;
  for (let document = 0; document + 1 < starts.length; document++) {
    const length = starts[document + 1] - starts[document];
    if (length < size) tokens += length;
  }
  return tokens;
}

/**
 * Cuts every document into its set of shingles. A document shorter than a shingle has one, all of it, with an id beyond all
 * others, so that it equals the shingle of no longer document. `firstCopyOf` names the first exact
 * copy of each document.
 */
export function shingleSets(index: NgramIndex, shingle: Shingle, firstCopyOf: Uint32Array): ShingleSets {
  const { tokens, offsets: starts, ids, count } = shingleColumn(index, shingle);
  const documents = documentCount(index.corpus);
  const shingles = new Uint32Array(tokens.length);
  const offsets = new Uint32Array(documents + 1);
  const setOf = new Uint32Array(documents);
  const firstDocument = new Uint32Array(documents);
  // Document + 1 of the last document that has the shingle.
  const seenIn = new Uint32Array(count + tokensOfShort(starts, shingle.size));
  // A whole text is chained from the whole text without its last token.
  const wholes = new PairIds();
  const slotCount = 2 ** Math.ceil(Math.log2(documents * 2 + 1));
  // Set + 1; 0 is an empty slot.
  const slots = new Uint32Array(slotCount);
  let sets = 0;
  const equals = (set: number, document: number, held: number): boolean => {
    if (offsets[set + 1] - offsets[set] !== held) return false;
    for (let at = offsets[set]; at < offsets[set + 1]; at++) if (seenIn[shingles[at]] !== document + 1) return false;
    return true;
  };
  for (let document = 0; document < documents; document++) {
    if (firstCopyOf[document] !== document) {
      setOf[document] = setOf[firstCopyOf[document]];
      continue;
    }
    const start = offsets[sets];
    let end = start;
    const length = starts[document + 1] - starts[document];
    if (length > 0 && length < shingle.size) {
      let whole = -1;
      for (let at = starts[document]; at < starts[document + 1]; at++) whole = wholes.intern(whole, tokens[at]);
      seenIn[count + whole] = document + 1;
      shingles[end++] = count + whole;
    }
    for (let position = starts[document] + shingle.size - 1; position < starts[document + 1]; position++) {
      const id = ids[position];
      if (seenIn[id] === document + 1) continue;
      seenIn[id] = document + 1;
      shingles[end++] = id;
    }
    let set = sets;
    if (end > start) {
      let slot = hashSet(shingles, start, end) & (slotCount - 1);
      while (slots[slot] !== 0 && !equals(slots[slot] - 1, document, end - start)) slot = (slot + 1) & (slotCount - 1);
      if (slots[slot] > 0) set = slots[slot] - 1;
      slots[slot] = set + 1;
    }
    setOf[document] = set;
    if (set < sets) continue;
    firstDocument[sets++] = document;
    offsets[sets] = end;
  }
  return {
    shingles: shingles.subarray(0, offsets[sets]),
    offsets: offsets.slice(0, sets + 1),
    sizes: Uint32Array.from({ length: sets }, (_, set) => offsets[set + 1] - offsets[set]),
    shingleCount: seenIn.length,
    setOf,
    firstDocument: firstDocument.slice(0, sets),
  };
}
