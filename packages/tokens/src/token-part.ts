/**
 * Documents of a builder that goes on, and its words that are new since the last time it was asked: tokens are numbered in order
 * of first appearance. Plain data, so that it can come from another thread.
 */
export interface TokenPart {
  readonly tokens: Int32Array;
  /** Where each document starts in `tokens`, and one last entry where the last one ends. */
  readonly offsets: Uint32Array;
  readonly fingerprints: Uint32Array;
  /** The code units of the new words, end to end. */
  readonly newWords: Uint16Array;
  /** Where each of them begins, and one last entry where the last one ends. */
  readonly newWordStarts: Uint32Array;
  /** The name of the tokenizer. */
  readonly tokenizer: string;
}
