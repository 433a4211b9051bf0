import { int32, type Memory, type NgramColumn } from "@corpulse/tokens";

/** Numbers of a record: the latest document that repeats an n-gram, from 1, and how often it has so far. */
export const LATEST = 0;
export const COUNT = 1;
/** How often any document has but the one that repeats it most, how often that one has, and which it is, from 1. */
export const SECOND = 2;
export const LARGEST = 3;
export const OWNER = 4;
/** They are met at random: one cache miss, because they lie side by side. */
export const RECORD = 5;

/** What the repeats of documents are counted with, column after column: all of it 0 between them. */
export interface RepeatCounts {
  /** By n-gram where its record begins: of long n-grams few are repeated, and their records stay in the cache. */
  readonly places: Int32Array;
  /** The first one is no n-gram's, and says where the last one begins. */
  readonly records: Int32Array;
}

/** Room for each of some columns. */
export function repeatCounts(columns: readonly NgramColumn[], memory: Memory): RepeatCounts {
  const ngrams = columns.map(({ counts }) => counts.length);
  const repeated = columns.map(({ counts, repeats }) => Math.min(counts.length, repeats.length));
  return {
    places: int32(memory, Math.max(0, ...ngrams)),
    records: int32(memory, RECORD * (1 + Math.max(0, ...repeated))),
  };
}
