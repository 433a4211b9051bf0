import { bleuScore } from "./bleu-score.ts";
import type { MatchTable } from "./match-table.ts";

/** The BLEU of each candidate. */
export function bleuScores({ lengths, referenceLengths, matches }: MatchTable, order: number): Float64Array {
  const scores = new Float64Array(lengths.length);
  // One object for all candidates: a new one each would be most of the work.
  const counts = {
    matches: Array<number>(order).fill(0),
    ngrams: Array<number>(order).fill(0),
    length: 0,
    referenceLength: 0,
  };
  for (let candidate = 0; candidate < scores.length; candidate++) {
    counts.length = lengths[candidate];
    counts.referenceLength = referenceLengths[candidate];
    for (let n = 0; n < order; n++) {
      counts.matches[n] = matches[n][candidate];
      counts.ngrams[n] = Math.max(0, counts.length - n);
    }
    scores[candidate] = bleuScore(counts, order);
  }
  return scores;
}
