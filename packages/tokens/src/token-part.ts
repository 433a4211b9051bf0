/**
 * Documents that were tokenized apart from others, by a builder that goes on: tokens are numbered in order of first
 * appearance in all its parts. Plain data, so that it can come from another thread.
 */
export interface TokenPart {
  readonly tokens: Int32Array;
  /** Where each document starts in `tokens`, and one last entry where the last one ends. */
  readonly offsets: Uint32Array;
  readonly fingerprints: Uint32Array;
  /** The words that occur here for the first time: their code units, end to end. */
  readonly newWords: Uint16Array;
  /** Where each of them begins, and one last entry where the last one ends. */
  readonly newWordStarts: Uint32Array;
  /** The name of the tokenizer. */
  readonly tokenizer: string;
}
