import type { NgramIndex } from "@corpulse/tokens";
import type { BleuCounts } from "./bleu-score.ts";
import { clippedMatches } from "./clipped-matches.ts";
import { closestReferenceLength } from "./closest-reference-length.ts";
import { type DocumentRange, twoMaxima } from "./two-maxima.ts";

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
  /** When the candidates are among them, each is scored against all the others. */
  readonly references: DocumentRange;
  /** The highest order. */
  readonly order: number;
  readonly progress?: ((share: number) => void) | undefined;
}

function documentLengths(offsets: Uint32Array, { from, to }: DocumentRange): Uint32Array {
  return Uint32Array.from({ length: to - from }, (_, index) => offsets[from + index + 1] - offsets[from + index]);
}

/** Matches candidates with references, order by order: two readings of the corpus each, however many references there are. */
export function matchTable(index: NgramIndex, { candidates, references, order, progress }: Matchup): MatchTable {
  const { offsets } = index.corpus;
  const lengths = documentLengths(offsets, candidates);
  const sorted = documentLengths(offsets, references).toSorted();
  const own = candidates.from === references.from;
  const isWholeCorpus = own && references.from === 0 && references.to === offsets.length - 1;
  const matches: Uint32Array[] = [];
  for (let n = 1; n <= order; n++) {
    const column = index.column(n);
    const frequencies = isWholeCorpus ? index.documentFrequencies(n) : undefined;
    matches.push(clippedMatches(column, offsets, twoMaxima(column, offsets, references, frequencies), candidates));
    progress?.(n / order);
  }
  return { lengths, referenceLengths: lengths.map((length) => closestReferenceLength(sorted, length, own)), matches };
}

/** The counts of one candidate. */
export function countsOf({ lengths, referenceLengths, matches }: MatchTable, candidate: number): BleuCounts {
  const length = lengths[candidate];
  return {
    matches: matches.map((ofOrder) => ofOrder[candidate]),
    ngrams: matches.map((_, n) => Math.max(0, length - n)),
    length,
    referenceLength: referenceLengths[candidate],
  };
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
