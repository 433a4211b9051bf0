/** The smallest of the budgets that are chosen when none is set. */
const LEAST_BUDGET = 1000;

/**
 * The number of n-grams at which counts of types are compared: the one asked for, or else the largest of 1,000, 10,000,
 * 100,000 … that the corpus has, so that corpora of similar size are measured at the same one. A corpus with fewer than
 * 1,000 is measured whole.
 */
export function budgetFor(ngrams: number, tokenBudget: number | undefined): number {
  if (tokenBudget !== undefined) return tokenBudget;
  if (ngrams < LEAST_BUDGET) return ngrams;
  let budget = LEAST_BUDGET;
  while (budget * 10 <= ngrams) budget *= 10;
  return budget;
}

/** Checks a budget that was asked for. */
export function checkBudget(tokenBudget: number | undefined): void {
  if (tokenBudget === undefined || (Number.isSafeInteger(tokenBudget) && tokenBudget > 0)) return;
  throw new RangeError(
    `Cannot rarefy: the token budget must be a positive whole number, current value is ${tokenBudget}`,
  );
}
