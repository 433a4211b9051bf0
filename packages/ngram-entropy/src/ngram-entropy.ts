import type { Measurement } from "@corpulse/measurement";
import type { TokenCorpus, Tokenizer } from "@corpulse/tokens";
import { measureAlone } from "./measure-alone.ts";
import { measureEntropy } from "./panel/measure-entropy.ts";

/** Which n-grams, and of which tokens. */
export interface OrderOptions {
  /** @default 2 */
  readonly order?: number;
  /** @default wordTokenizer() */
  readonly tokenizer?: Tokenizer;
}

/**
 * The entropy of a corpus's n-grams in bits: 0 when there is only one, log₂ of their number when all are different. Higher
 * is more diverse; it rises with the size of the corpus, so compare equal sizes. The part `chao_wang_jost` estimates what
 * an endless corpus of the same source would show.
 *
 * @throws {RangeError} when the order is not 1, 2 or 3, or no text has an n-gram of that order
 * @throws {TypeError} when a text is not a string
 * @example
 * ```ts
 * import { ngramEntropy } from "@corpulse/ngram-entropy";
 *
 * ngramEntropy(["a b a b", "a b"], { order: 2 }).value; // 0.8112781244591328
 * ```
 */
export function ngramEntropy(
  texts: Iterable<string> | TokenCorpus,
  { order = 2, ...rest }: OrderOptions = {},
): Measurement {
  return measureAlone(texts, { order, highest: 3, ...rest }, (tables) => measureEntropy(tables, order));
}
