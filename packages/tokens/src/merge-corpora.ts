import { FINGERPRINT_WORDS, type TokenCorpus } from "./token-corpus.ts";
import { Vocabulary } from "./vocabulary.ts";

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
export function mergeCorpora(parts: readonly TokenCorpus[]): TokenCorpus {
  const tokenizers = [...new Set(parts.map(({ tokenizer }) => tokenizer))];
  if (tokenizers.length !== 1) {
    const found = tokenizers.join(", ") || "none";
    throw new RangeError(`Cannot merge corpora: they must have one tokenizer, current value is ${found}`);
  }
  const sum = (length: (part: TokenCorpus) => number): number => parts.reduce((total, part) => total + length(part), 0);
  const documents = sum(({ offsets }) => offsets.length - 1);
  const tokens = new Int32Array(sum((part) => part.tokens.length));
  const offsets = new Uint32Array(documents + 1);
  const fingerprints = new Uint32Array(documents * FINGERPRINT_WORDS);
  const vocabulary = new Vocabulary();
  let position = 0;
  let document = 0;
  for (const part of parts) {
    const ids = Int32Array.from(part.vocabulary, (word) => vocabulary.intern(word));
    fingerprints.set(part.fingerprints, document * FINGERPRINT_WORDS);
    for (let index = 1; index < part.offsets.length; index++) offsets[++document] = position + part.offsets[index];
    for (let index = 0; index < part.tokens.length; index++) tokens[position + index] = ids[part.tokens[index]];
    position += part.tokens.length;
  }
  return { tokens, offsets, vocabulary: vocabulary.words, fingerprints, tokenizer: tokenizers[0] };
}
