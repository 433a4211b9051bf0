import type { Measurement } from "@corpulse/measurement";
import { asTokenCorpus, documentCount, ngramIndex, type TokenCorpus, type TokenCorpusOptions } from "@corpulse/tokens";
import { measureSelfBleu } from "./measure-self-bleu.ts";

/** How a self-BLEU is computed. */
export interface SelfBleuOptions extends TokenCorpusOptions {
  /** The longest word sequence that counts: 2, 3, 4 or 5. @default 4 */
  readonly order?: number;
}

/**
 * How much of a text the other texts already say: the mean over all texts of BLEU against all others. It lies in 0…1, and
 * lower is more diverse: near 1 nearly every text is assembled from others, near 0 the texts share nothing. It rises with the
 * number of texts, so only equal numbers compare. Exact, in near-linear time.
 *
 * Source: Zhu et al. 2018; BLEU as NLTK computes it with smoothing method 1.
 *
 * @throws {RangeError} when there are fewer than 2 texts, none has a token, or the order is not one of 2, 3, 4, 5
 * @throws {TypeError} when a text is not a string
 * @example
 * ```ts
 * import { selfBleu } from "@corpulse/self-bleu";
 *
 * selfBleu(["the cat sat down", "the cat sat down", "no dog ran off"], { order: 2 }).value; // 0.6666666666666666
 * ```
 */
export function selfBleu(
  texts: Iterable<string> | TokenCorpus,
  { order = 4, ...tokenizing }: SelfBleuOptions = {},
): Measurement {
  const corpus = asTokenCorpus(texts, tokenizing);
  const documents = documentCount(corpus);
  if (documents < 2) {
    throw new RangeError(`Cannot compute self-BLEU: there must be at least 2 documents, current value is ${documents}`);
  }
  if (corpus.tokens.length === 0) {
    throw new RangeError("Cannot compute self-BLEU: a document must have a token, current value is 0 tokens");
  }
  return measureSelfBleu(ngramIndex(corpus), { orders: [order] }).measurements[0];
}
