import type { DistanceName } from "./distances.ts";
import type { UsableRows } from "./usable-rows.ts";

/** How much work a search may be: at most about half a second on one core with SIMD, some 8 s without. */
export const DEFAULT_BUDGET = 1e10;

/** Fewer queries would not give an interval worth its name. */
const FEWEST_QUERIES = 32;

/** How much slower a distance that must be taken pair by pair is than one that follows from dot products. */
export const PAIR_BY_PAIR_COST = 8;

/** Whether the nearest row by this distance can be found by dot products. */
export function byDotProducts(distance: DistanceName): boolean {
  return distance === "cosine" || distance === "euclidean" || distance === "squaredEuclidean";
}

/** Refuses a budget that is not a positive number; Infinity is one. */
export function checkedBudget(budget: number): number {
  if (!(budget > 0)) {
    throw new RangeError(
      `Cannot plan the work: the budget must be a positive number of multiply–adds, current value is ${budget}`,
    );
  }
  return budget;
}

/** How many rows look for their nearest: all within the budget, otherwise as many as it allows. */
export function plannedQueries({ count, dimensions }: UsableRows, distance: DistanceName, budget: number): number {
  const pair = dimensions * (byDotProducts(distance) ? 1 : PAIR_BY_PAIR_COST);
  if ((count * count * pair) / 2 <= budget) return count;
  return Math.min(count, Math.max(FEWEST_QUERIES, Math.floor(budget / (count * pair))));
}
