import { TokenCorpusBuilder, type TokenCorpusOptions } from "./token-corpus-builder.ts";

/**
 * A tokenized corpus in columns: what every lexical metric is a function of. Text is tokenized once; document `d` is
 * `tokens.subarray(offsets[d], offsets[d + 1])`. Ids are given in order of first appearance.
 */
export interface TokenCorpus {
  /** The token ids of all documents, end to end. */
  readonly tokens: Int32Array;
  /** Where each document starts, and one last entry where the last one ends: one longer than the number of documents. */
  readonly offsets: Uint32Array;
  /** The token of each id. */
  readonly vocabulary: readonly string[];
  /** 128 bits of each document's text as it was given, four words a document: what makes two documents exact copies. */
  readonly fingerprints: Uint32Array;
  /** The name of the tokenizer. */
  readonly tokenizer: string;
}

/**
 * Tokenizes texts into columns.
 *
 * @throws {TypeError} when a text is not a string, or the texts are a string themselves
 * @example
 * ```ts
 * import { tokenCorpus } from "@corpulse/tokens";
 *
 * const corpus = tokenCorpus(["To be or", "not to be"]);
 * corpus.vocabulary; // ["to", "be", "or", "not"]
 * corpus.tokens; // Int32Array [0, 1, 2, 3, 0, 1]
 * ```
 */
export function tokenCorpus(texts: Iterable<string>, options: TokenCorpusOptions = {}): TokenCorpus {
  if (typeof texts === "string") {
    throw new TypeError("Cannot tokenize documents: they must be a list of strings, current value is one string");
  }
  const builder = new TokenCorpusBuilder(options);
  for (const text of texts) builder.add(text);
  return builder.finish();
}

/**
 * The texts or the corpus that a metric is given, as a corpus.
 *
 * @throws {TypeError} when it is neither
 * @example
 * ```ts
 * import { asTokenCorpus } from "@corpulse/tokens";
 *
 * asTokenCorpus(["to be", "or not"]).tokens.length; // 4
 * ```
 */
export function asTokenCorpus(input: Iterable<string> | TokenCorpus, options: TokenCorpusOptions = {}): TokenCorpus {
  return typeof input === "object" && "tokens" in input ? input : tokenCorpus(input, options);
}

/**
 * The number of documents of a corpus.
 *
 * @example
 * ```ts
 * import { documentCount, tokenCorpus } from "@corpulse/tokens";
 *
 * documentCount(tokenCorpus(["to be", ""])); // 2
 * ```
 */
export function documentCount(corpus: TokenCorpus): number {
  return corpus.offsets.length - 1;
}
