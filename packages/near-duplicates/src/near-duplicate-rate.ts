import type { Measurement } from "@corpulse/measurement";
import { asTokenCorpus, documentCount, ngramIndex, type TokenCorpus, type TokenCorpusOptions } from "@corpulse/tokens";
import type { NearDuplicateOptions } from "./detect-near-duplicates.ts";
import { measureNearDuplicates } from "./measure-near-duplicates.ts";

/** The place of `near_duplicate_affected_rate` in the registry's order. */
const AFFECTED = 2;

/** How near-copies are looked for, and how texts are tokenized. */
export interface NearDuplicateRateOptions extends NearDuplicateOptions, TokenCorpusOptions {}

/**
 * The share of texts that have at least one near-copy among the others, exact copies included: 0 when no two are alike, 1
 * when none stands alone. Near-copies share at least `similarity` of their shingles (Jaccard), and each pair is verified.
 * The rate grows with the number of texts alone, so only corpora of equal size compare.
 *
 * Source: Lee et al., Deduplicating training data makes language models better, 2022.
 *
 * @throws {RangeError} when there is no text, or an option lies outside its range
 * @throws {TypeError} when a text is not a string
 * @example
 * ```ts
 * import { nearDuplicateRate } from "@corpulse/near-duplicates";
 *
 * nearDuplicateRate(["a b c d e f g", "a b c d e f g h", "something else altogether"]).value; // 0.666…
 * ```
 */
export function nearDuplicateRate(
  input: Iterable<string> | TokenCorpus,
  { tokenizer, ...options }: NearDuplicateRateOptions = {},
): Measurement {
  const corpus = asTokenCorpus(input, tokenizer === undefined ? {} : { tokenizer });
  if (documentCount(corpus) === 0) {
    throw new RangeError("Cannot measure near-duplicates: there must be at least 1 text, current value is 0");
  }
  const { measurements } = measureNearDuplicates(ngramIndex(corpus), options);
  return measurements[AFFECTED];
}
