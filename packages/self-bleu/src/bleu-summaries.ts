import { bleuScore } from "./bleu-score.ts";
import { bleuScores } from "./bleu-scores.ts";
import { brevityPenalty } from "./brevity-penalty.ts";
import { type MatchTable, pooledCounts } from "./match-table.ts";

/** The BLEU of many candidates at one order, and what it is made of. */
export interface BleuSummary {
  /** The mean over the candidates, between 0 and 1. */
  readonly value: number;
  /** The BLEU of each candidate. */
  readonly scores: Float64Array;
  /** For orders 1 to that of the BLEU, the matched share of the n-grams of all candidates together: 0 when there are none. */
  readonly precisions: readonly number[];
  /** The mean over the candidates; below 1 where they are shorter than every reference. */
  readonly meanBrevityPenalty: number;
  /** BLEU of all counts pooled before the division, as Papineni et al. 2002 define it for a corpus. */
  readonly pooled: number;
}

/** Sums up a table at each of some orders. */
export function bleuSummaries(table: MatchTable, orders: readonly number[]): readonly BleuSummary[] {
  const penalties = Float64Array.from(table.closest, (reference, length) => brevityPenalty(length, reference));
  const counts = pooledCounts(table);
  const { scores, means, meanBrevityPenalty } = bleuScores(table, penalties, orders);
  return orders.map((order, at) => ({
    value: means[at],
    scores: scores[at],
    precisions: Array.from({ length: order }, (_, n) => counts.matches[n] / Math.max(1, counts.ngrams[n])),
    meanBrevityPenalty,
    pooled: bleuScore(counts, order),
  }));
}
