import { longestDocument, type NgramIndex } from "@corpulse/tokens";
import type { BleuCounts } from "./bleu-score.ts";
import { closestReferenceLengths } from "./closest-reference-lengths.ts";
import { type DocumentLengths, documentLengths } from "./document-lengths.ts";
import type { DocumentRange } from "./document-range.ts";
import { givenMatches } from "./given-matches.ts";
import { matchLoop } from "./match-loop.ts";
import { repeatCounts } from "./repeat-counts.ts";

/** How long the candidates are, and what each has in common with its references. */
export interface MatchTable extends DocumentLengths {
  /** By length of a candidate, that of the reference that it is judged by. */
  readonly closest: Int32Array;
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

/** Matches candidates with references, order by order. */
export function matchTable(index: NgramIndex, matchup: Matchup): MatchTable {
  const { candidates, references, order, progress } = matchup;
  const { offsets } = index.corpus;
  const own = candidates.from === references.from;
  const columns = Array.from({ length: order }, (_, n) => index.column(n + 1));
  const repeated = repeatCounts(own ? columns : [], index.memory);
  const ownMatches = matchLoop(index.memory);
  // Engines make code faster while it runs, and shorter n-grams are repeated more: they come last.
  const matches = columns.toReversed().map((column, done) => {
    progress?.(done / order);
    return own ? ownMatches(column, offsets, repeated) : givenMatches(column, offsets, matchup);
  });
  progress?.(1);
  const longest = longestDocument(offsets);
  const lengths = documentLengths(offsets, candidates, longest);
  const judges = own ? lengths : documentLengths(offsets, references, longest);
  return { ...lengths, closest: closestReferenceLengths(judges.counts, own), matches: matches.toReversed() };
}

function sum(values: Uint32Array): number {
  return values.reduce((total, value) => total + value, 0);
}

/** The counts of all candidates together, as if they were one text. */
export function pooledCounts({ counts, closest, matches }: MatchTable): BleuCounts {
  const ngrams = matches.map(() => 0);
  let referenceLength = 0;
  counts.forEach((texts, length) => {
    if (texts === 0) return;
    referenceLength += texts * closest[length];
    for (let n = 0; n < ngrams.length; n++) ngrams[n] += texts * Math.max(0, length - n);
  });
  return { matches: matches.map(sum), ngrams, length: ngrams[0], referenceLength };
}
