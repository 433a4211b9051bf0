import { documentAt } from "./document-at.ts";
import type { TokenCorpus } from "./token-corpus.ts";

/** How many tokens two places must have in common for one to be a copy of the other: the longest n-gram of any metric. */
export const CONTEXT = 5;

/**
 * Stretches of text that stand elsewhere before. Each position of a run ends at least {@link CONTEXT} tokens that also end at
 * its source, within one document each: both places have the same n-grams of every order up to it.
 */
export interface CopiedRuns {
  /** The first and one past the last position of each run, rising and not overlapping. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** The earlier position that the first one is a copy of; those after it follow in step. */
  readonly sources: Int32Array;
}

/** The factor of the rolling hash, and the power of it by which a token leaves the window. */
const FACTOR = 0x9e3779b1;
const LEAVING = Array.from({ length: CONTEXT }).reduce<number>((power) => Math.imul(power, FACTOR), 1);

/** Numbers of a slot: the hash of a window and where such a window ended last. */
export const SLOT = 2;

/** By how many bits a hash is shifted to give one of the slots. */
export const copyShift = (slots: Int32Array): number => Math.clz32(slots.length / SLOT) + 1;

/** After so many new windows in a row only those are looked for, and noted, whose hash has these bits 0. */
const PATIENCE = 8;
const SPARSE = 15;

/** A shorter run takes longer to follow than to look up. */
export const SHORTEST_RUN = 6;

/** Of tokens up to a position: the hash of the window that ends there, as far back as `from`. */
function windowHash(tokens: Int32Array, from: number, position: number): number {
  let hash = 0;
  for (let at = Math.max(from, position - CONTEXT + 1); at <= position; at++) {
    hash = (Math.imul(hash, FACTOR) + tokens[at]) | 0;
  }
  return hash;
}

function sameWindow(tokens: Int32Array, one: number, other: number): boolean {
  for (let back = 0; back < CONTEXT; back++) if (tokens[one - back] !== tokens[other - back]) return false;
  return true;
}

/** Some documents of a corpus, from one up to another, and where the windows met before them are. */
export interface CopySearch extends Pick<TokenCorpus, "tokens" | "offsets"> {
  readonly from: number;
  readonly to: number;
  /** A power of two times {@link SLOT} numbers. */
  readonly slots: Int32Array;
}

/** Finds the copies in one document and writes them behind `used` others; gives the number of all. */
function findInDocument(
  { tokens, offsets, slots }: CopySearch,
  document: number,
  { starts, ends, sources }: CopiedRuns,
  used: number,
): number {
  const shift = copyShift(slots);
  const begin = offsets[document];
  const end = offsets[document + 1];
  let position = begin + CONTEXT - 1;
  if (position >= end) return used;
  let found = used;
  let unclaimed = position;
  let misses = 0;
  for (let hash = windowHash(tokens, begin, position); position < end;) {
    if (misses <= PATIENCE || (hash & SPARSE) === 0) {
      const slot = (Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> shift) * SLOT;
      const source = slots[slot + 1];
      const met = source > 0 && slots[slot] === hash && sameWindow(tokens, source, position);
      slots[slot] = hash;
      slots[slot + 1] = position;
      if (met) {
        const home = documentAt(offsets, source);
        const most = Math.min(position - unclaimed, source - CONTEXT + 1 - offsets[home]);
        let back = 0;
        while (back < most && tokens[source - CONTEXT - back] === tokens[position - CONTEXT - back]) back++;
        const ahead = Math.min(end - position, offsets[home + 1] - source);
        let length = 1;
        while (length < ahead && tokens[source + length] === tokens[position + length]) length++;
        if (back + length >= SHORTEST_RUN) {
          starts[found] = position - back;
          ends[found] = position + length;
          sources[found++] = source - back;
          unclaimed = position + length;
        }
        position += length;
        misses = 0;
        if (position < end) hash = windowHash(tokens, begin, position);
        continue;
      }
      misses++;
    }
    position++;
    hash = (Math.imul(hash, FACTOR) + tokens[position] - Math.imul(tokens[position - CONTEXT], LEAVING)) | 0;
  }
  return found;
}

/**
 * Finds copies by a table of where each window of {@link CONTEXT} tokens was met last, which forgets. One that it finds is compared
 * token by token, and followed in both directions. Writes them behind `used` others and gives the number of all.
 */
export function findCopies(search: CopySearch, runs: CopiedRuns, used: number): number {
  const { offsets, from, to } = search;
  let found = used;
  // What is called for each document is compiled once, a loop over all of them again wherever it is entered.
  offsets.subarray(from, to).forEach((_, at) => {
    found = findInDocument(search, from + at, runs, found);
  });
  return found;
}
