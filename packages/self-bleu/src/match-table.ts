import type { NgramColumn, NgramIndex } from "@corpulse/tokens";
import type { BleuCounts } from "./bleu-score.ts";
import { clippedMatches } from "./clipped-matches.ts";
import { closestReferenceLength } from "./closest-reference-length.ts";
import { ownOccurrences } from "./own-occurrences.ts";
import { recordNumbers } from "./record-numbers.ts";
import { type RepeatCounter, repeatCounter } from "./repeat-counter.ts";
import { type DocumentRange, splitOccurrences } from "./split-occurrences.ts";
import { twoMaxima } from "./two-maxima.ts";

/** What every candidate has in common with its references. */
export interface MatchTable {
  /** The length of each candidate in tokens. */
  readonly lengths: Uint32Array;
  /** The length of the reference that each candidate's length is judged by. */
  readonly referenceLengths: Uint32Array;
  /** For each order, beginning with 1, the matched n-grams of each candidate. */
  readonly matches: readonly Uint32Array[];
}

/** Which documents of a corpus are scored against which. */
export interface Matchup {
  readonly candidates: DocumentRange;
  /** Either the candidates, when they are the whole corpus and each is scored against all the others, or none of them. */
  readonly references: DocumentRange;
  /** The highest order. */
  readonly order: number;
  readonly progress?: ((share: number) => void) | undefined;
}

function documentLengths(offsets: Uint32Array, { from, to }: DocumentRange): Uint32Array {
  const lengths = new Uint32Array(to - from);
  for (let index = 0; index < lengths.length; index++)
    lengths[index] = offsets[from + index + 1] - offsets[from + index];
  return lengths;
}

/** Marks the n-grams that documents of a range hold. */
function heldIn({ ids, order, counts }: NgramColumn, offsets: Uint32Array, { from, to }: DocumentRange): Uint32Array {
  const held = new Uint32Array(counts.length);
  for (let document = from; document < to; document++) {
    const end = offsets[document + 1];
    for (let position = offsets[document] + order - 1; position < end; position++) {
      if (ids[position] >= 0) held[ids[position]] = 1;
    }
  }
  return held;
}

/** Matches candidates with references at one order: two readings of the corpus, however many references there are. */
function matchesOf(
  column: NgramColumn,
  offsets: Uint32Array,
  { candidates, references }: Matchup,
  count: RepeatCounter,
): Uint32Array {
  const own = candidates.from === references.from;
  const holders = own ? column.documentFrequencies : heldIn(column, offsets, references);
  const numbers = recordNumbers(column.counts, holders, own);
  if (own) {
    const occurrences = ownOccurrences(column, offsets);
    const repeated = count(column, occurrences.repeats, numbers);
    return clippedMatches(occurrences, repeated, twoMaxima(repeated, numbers.size));
  }
  const [hypotheses, held] = [candidates, references].map((range) => splitOccurrences(column, offsets, range, numbers));
  const maxima = twoMaxima(count(column, held.repeats, numbers), numbers.size);
  return clippedMatches(hypotheses, count(column, hypotheses.repeats, numbers), maxima);
}

/** Matches candidates with references, order by order. */
export function matchTable(index: NgramIndex, matchup: Matchup): MatchTable {
  const { candidates, references, order, progress } = matchup;
  const { offsets } = index.corpus;
  const count = repeatCounter(index.corpus);
  const lengths = documentLengths(offsets, candidates);
  const sorted = documentLengths(offsets, references).toSorted();
  const own = candidates.from === references.from;
  const matches: Uint32Array[] = [];
  for (let n = 1; n <= order; n++) {
    matches.push(matchesOf(index.column(n), offsets, matchup, count));
    progress?.(n / order);
  }
  return { lengths, referenceLengths: lengths.map((length) => closestReferenceLength(sorted, length, own)), matches };
}

const sum = (values: Uint32Array): number => values.reduce((total, value) => total + value, 0);

/** The counts of all candidates together, as if they were one text. */
export function pooledCounts({ lengths, referenceLengths, matches }: MatchTable): BleuCounts {
  return {
    matches: matches.map(sum),
    ngrams: matches.map((_, n) => lengths.reduce((total, length) => total + Math.max(0, length - n), 0)),
    length: sum(lengths),
    referenceLength: sum(referenceLengths),
  };
}
