import type { NgramColumn } from "@corpulse/tokens";
import type { DocumentRange } from "./document-range.ts";

/** How often documents have n-grams, one document after the other. */
interface RunningCounts {
  /** By n-gram, the latest document that has it, from 1. */
  readonly latest: Uint32Array;
  /** By n-gram, how often that document has had it. */
  readonly counts: Uint32Array;
}

function runningCounts(size: number): RunningCounts {
  return { latest: new Uint32Array(size), counts: new Uint32Array(size) };
}

/** Counts one more occurrence, and says which of its document it is, from 1. */
function countOne({ latest, counts }: RunningCounts, id: number, document: number): number {
  if (latest[id] !== document + 1) {
    latest[id] = document + 1;
    counts[id] = 0;
  }
  return ++counts[id];
}

/** The largest count of each n-gram in one document of a range. */
function largestCounts({ ids, order, counts }: NgramColumn, offsets: Uint32Array, range: DocumentRange): Uint32Array {
  const largest = new Uint32Array(counts.length);
  const running = runningCounts(counts.length);
  for (let document = range.from; document < range.to; document++) {
    const end = offsets[document + 1];
    for (let position = offsets[document] + order - 1; position < end; position++) {
      const id = ids[position];
      if (id >= 0) largest[id] = Math.max(largest[id], countOne(running, id, document));
    }
  }
  return largest;
}

/**
 * For each candidate how many of its n-grams are matched by references that it is not among: an n-gram counts as often as it occurs
 * in the candidate, but no more often than in the one reference that has most of it (Papineni et al. 2002).
 */
export function givenMatches(
  column: NgramColumn,
  offsets: Uint32Array,
  { candidates, references }: { readonly candidates: DocumentRange; readonly references: DocumentRange },
): Uint32Array {
  const { ids, order, counts } = column;
  const largest = largestCounts(column, offsets, references);
  const running = runningCounts(counts.length);
  const matches = new Uint32Array(candidates.to - candidates.from);
  for (let document = candidates.from; document < candidates.to; document++) {
    const end = offsets[document + 1];
    let matched = 0;
    for (let position = offsets[document] + order - 1; position < end; position++) {
      const id = ids[position];
      // An n-gram without an id occurs once, so not on both sides.
      if (id >= 0 && countOne(running, id, document) <= largest[id]) matched++;
    }
    matches[document - candidates.from] = matched;
  }
  return matches;
}
