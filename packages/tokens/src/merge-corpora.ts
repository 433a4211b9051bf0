import { TokenColumns } from "./token-columns.ts";
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
  const columns = new TokenColumns();
  let tokenizer: string | undefined;
  for (const part of parts) {
    tokenizer ??= part.tokenizer;
    if (part.tokenizer !== tokenizer) {
      throw new RangeError(
        `Cannot merge corpora: they must have one tokenizer, current value is ${tokenizer}, ${part.tokenizer}`,
      );
    }
    columns.append(
      part,
      Int32Array.from(part.vocabulary, (word) => columns.vocabulary.intern(word)),
    );
  }
  if (tokenizer !== undefined) return columns.corpus(tokenizer);
  throw new RangeError("Cannot merge corpora: there must be at least one, current value is none");
}
