/** One document and where it stands. */
export interface CorpusDocument {
  readonly text: string;
  /** The number of its input. */
  readonly input: number;
  /** From 1. */
  readonly line: number;
  /** Where its line begins in the decompressed input, from 0. */
  readonly byte: number;
  /** Present when vectors were asked for. */
  readonly vector?: Float64Array;
}
