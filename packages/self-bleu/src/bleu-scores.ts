import type { MatchTable } from "./match-table.ts";
import { smoothedPrecision } from "./smoothed-precision.ts";

/**
 * The BLEU of each candidate at each of some orders, given their brevity penalties, as `bleuScore` has it to the last bit: the
 * logarithms of one order are the first ones of the next, so each is taken once.
 */
export function bleuScores(
  { lengths, matches }: Pick<MatchTable, "lengths" | "matches">,
  penalties: Float64Array,
  orders: readonly number[],
): readonly Float64Array[] {
  const scores = orders.map(() => new Float64Array(lengths.length));
  const highest = Math.max(...orders);
  const places = Array.from({ length: highest }, (_, n) => orders.indexOf(n + 1));
  for (let candidate = 0; candidate < lengths.length; candidate++) {
    if (matches[0][candidate] === 0) continue;
    const length = lengths[candidate];
    const penalty = penalties[candidate];
    let logarithms = 0;
    for (let n = 0; n < highest; n++) {
      logarithms += Math.log(smoothedPrecision(matches[n][candidate], Math.max(0, length - n)));
      if (places[n] >= 0) scores[places[n]][candidate] = penalty * Math.exp(logarithms / (n + 1));
    }
  }
  return scores;
}
