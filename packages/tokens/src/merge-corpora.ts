import { CorpusMerger } from "./corpus-merger.ts";
import type { TokenCorpus } from "./token-corpus.ts";

/**
 * The corpus that the documents of several corpora make, end to end: what parts that were tokenized apart come to. It equals
 * the corpus of all their texts in one, ids included, because ids follow first appearance in either.
 *
 * @throws {RangeError} when there is no part, or the parts have different tokenizers
 * @example
 * ```ts
 * import { mergeCorpora, tokenCorpus } from "@corpulse/tokens";
 *
 * mergeCorpora([tokenCorpus(["to be"]), tokenCorpus(["or not to be"])]).tokens; // Int32Array [0, 1, 2, 3, 0, 1]
 * ```
 */
export function mergeCorpora(parts: Iterable<TokenCorpus>): TokenCorpus {
  const merger = new CorpusMerger();
  for (const part of parts) merger.add(part);
  return merger.finish();
}
