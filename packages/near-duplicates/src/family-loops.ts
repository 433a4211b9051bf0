/* oxlint-disable max-params -- what WebAssembly takes is numbers, and these stand in for it. */
import type { JoinMemory } from "./join-memory.ts";

/** Passes over the shingles of sets in the memory of a join; addresses count bytes. An id below 0 is passed over. */
export interface FamilyLoops {
  /** Counts the holders of shingles, up to 255. */
  readonly countHolders: (ids: number, end: number) => void;
  /**
   * Writes those shingles that more than half of so many sets hold, and counts no holders of any of them any more. Says how
   * many there are.
   */
  readonly takeCommon: (ids: number, end: number, sets: number, target: number) => number;
  /** Numbers shingles: the first one so, and each one a step more than the one before. */
  readonly numberShingles: (ids: number, end: number, number: number, step: number) => void;
  /** How many shingles have a number. */
  readonly countNumbered: (ids: number, end: number, number: number) => number;
  /**
   * Writes the features of a set, but those of a core of so many features from `before` on, and then those of the core that it
   * does not have. Says how many there are. A shingle whose number is at most `before` gets the next one, after `written[0]`. What
   * is `seen` of the core is a byte each, and 0 before and after.
   */
  readonly writeDifferences: (
    ids: number,
    end: number,
    before: number,
    length: number,
    seen: number,
    target: number,
  ) => number;
}

const WORD = Int32Array.BYTES_PER_ELEMENT;

/** The passes the way of the kernel where there is none. */
export function familyLoops({ heads, levels, written }: Pick<JoinMemory, "heads" | "levels" | "written">): FamilyLoops {
  const words = new Int32Array(heads.buffer, 0, heads.buffer.byteLength / WORD);
  const bytes = new Uint8Array(heads.buffer);
  return {
    countHolders(ids, end) {
      for (let at = ids / WORD; at < end / WORD; at++) if (words[at] >= 0) levels[words[at]]++;
    },
    takeCommon(ids, end, sets, target) {
      let to = target / WORD;
      for (let at = ids / WORD; at < end / WORD; at++) {
        const id = words[at];
        if (id < 0) continue;
        if (levels[id] * 2 > sets) words[to++] = id;
        levels[id] = 0;
      }
      return to - target / WORD;
    },
    numberShingles(ids, end, number, step) {
      for (let at = ids / WORD; at < end / WORD; at++, number += step) heads[words[at]] = number;
    },
    countNumbered(ids, end, number) {
      let count = 0;
      for (let at = ids / WORD; at < end / WORD; at++) if (words[at] >= 0 && heads[words[at]] === number) count++;
      return count;
    },
    writeDifferences(ids, end, before, length, seen, target) {
      let to = target / WORD;
      for (let at = ids / WORD; at < end / WORD; at++) {
        const id = words[at];
        if (id < 0) continue;
        if (heads[id] <= before) heads[id] = ++written[0];
        const feature = heads[id] - 1;
        if (feature - before < length) bytes[seen + feature - before] = 1;
        else words[to++] = feature;
      }
      for (let at = 0; at < length; at++) {
        if (bytes[seen + at] === 0) words[to++] = before + at;
        bytes[seen + at] = 0;
      }
      return to - target / WORD;
    },
  };
}
