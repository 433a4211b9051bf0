import type { Measurement } from "@corpulse/measurement";
import type { TokenCorpus } from "@corpulse/tokens";
import { checkBudget } from "./budget-for.ts";
import { measureAlone } from "./measure-alone.ts";
import type { OrderOptions } from "./ngram-entropy.ts";
import { measureDistinct } from "./panel/measure-distinct.ts";

/** Which n-grams, of which tokens, and how many are drawn. */
export interface DistinctOptions extends OrderOptions {
  /** @default the largest of 1,000, 10,000, 100,000 … that the corpus has, and all of a smaller corpus */
  readonly tokenBudget?: number;
}

/**
 * Distinct-n at a budget: the share of different n-grams expected in a draw of so many of them. In 0…1, higher is more
 * diverse. The observed share, which falls as a corpus grows, is the part `observed`.
 *
 * Source: Li et al. 2016, "A diversity-promoting objective function"; rarefaction: Hurlbert 1971.
 *
 * @throws {RangeError} when the order is not in 1…4, or the texts have fewer n-grams than the budget, or none
 * @throws {TypeError} when a text is not a string
 * @example
 * ```ts
 * import { distinctN } from "@corpulse/ngram-entropy";
 *
 * distinctN(["a b a b", "a b"], { order: 2 }).value; // 0.5
 * ```
 */
export function distinctN(
  texts: Iterable<string> | TokenCorpus,
  { order = 2, tokenBudget, ...rest }: DistinctOptions = {},
): Measurement {
  checkBudget(tokenBudget);
  return measureAlone(texts, { order, highest: 4, ...rest }, (tables) => measureDistinct(tables, order, tokenBudget));
}
