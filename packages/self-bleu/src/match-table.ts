import type { NgramIndex } from "@corpulse/tokens";
import type { BleuCounts } from "./bleu-score.ts";
import { closestReferenceLengths } from "./closest-reference-length.ts";
import type { DocumentRange } from "./document-range.ts";
import { givenMatches } from "./given-matches.ts";
import { ownMatches } from "./own-matches.ts";
import { repeatCounts } from "./repeat-counts.ts";

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

/** Matches candidates with references, order by order. */
export function matchTable(index: NgramIndex, matchup: Matchup): MatchTable {
  const { candidates, references, order, progress } = matchup;
  const { offsets } = index.corpus;
  const lengths = documentLengths(offsets, candidates);
  const own = candidates.from === references.from;
  const sorted = (own ? lengths : documentLengths(offsets, references)).toSorted();
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0);
  const columns = Array.from({ length: order }, (_, n) => index.column(n + 1));
  const counts = repeatCounts(own ? columns : [], longest);
  const matches = columns.map((column, n) => {
    progress?.(n / order);
    return own ? ownMatches(column, offsets, counts) : givenMatches(column, offsets, matchup);
  });
  progress?.(1);
  const referenceLengths = closestReferenceLengths(sorted, lengths, { longest, exceptOwn: own });
  return { lengths, referenceLengths, matches };
}

function sum(values: Uint32Array): number {
  let total = 0;
  for (let at = 0; at < values.length; at++) total += values[at];
  return total;
}

/** The number of n-grams of an order in texts of such lengths. */
function ngramsIn(lengths: Uint32Array, order: number): number {
  let total = 0;
  for (let at = 0; at < lengths.length; at++) total += Math.max(0, lengths[at] - order + 1);
  return total;
}

/** The counts of all candidates together, as if they were one text. */
export function pooledCounts({ lengths, referenceLengths, matches }: MatchTable): BleuCounts {
  return {
    matches: matches.map(sum),
    ngrams: matches.map((_, n) => ngramsIn(lengths, n + 1)),
    length: sum(lengths),
    referenceLength: sum(referenceLengths),
  };
}
