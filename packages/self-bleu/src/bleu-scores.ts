import { CompensatedSums } from "./compensated-sums.ts";
import type { MatchTable } from "./match-table.ts";
import { smoothedPrecision } from "./smoothed-precision.ts";

/** The BLEU of each candidate at some orders, and means over all of them. */
export interface BleuScores {
  /** For each order. */
  readonly scores: readonly Float64Array[];
  readonly means: readonly number[];
  readonly meanBrevityPenalty: number;
}

/**
 * The BLEU of each candidate at each of some orders, given the brevity penalties of each length, as `bleuScore` has it to the last
 * bit: the logarithms of one order are the first ones of the next, so each is taken once.
 */
export function bleuScores(
  { lengths, matches }: Pick<MatchTable, "lengths" | "matches">,
  penalties: Float64Array,
  orders: readonly number[],
): BleuScores {
  const scores = orders.map(() => new Float64Array(lengths.length));
  const highest = Math.max(...orders);
  const places = Array.from({ length: highest }, (_, n) => orders.indexOf(n + 1));
  const sums = new CompensatedSums(orders.length + 1);
  // What is called for each candidate is compiled once, a loop over all of them again wherever it is entered.
  lengths.forEach((length, candidate) => {
    const penalty = penalties[length];
    sums.add(orders.length, penalty);
    if (matches[0][candidate] === 0) return;
    let logarithms = 0;
    for (let n = 0; n < highest; n++) {
      logarithms += Math.log(smoothedPrecision(matches[n][candidate], Math.max(0, length - n)));
      const place = places[n];
      if (place < 0) continue;
      const score = penalty * Math.exp(logarithms / (n + 1));
      scores[place][candidate] = score;
      sums.add(place, score);
    }
  });
  const mean = (which: number): number => sums.sum(which) / lengths.length;
  return { scores, means: orders.map((_, place) => mean(place)), meanBrevityPenalty: mean(orders.length) };
}
