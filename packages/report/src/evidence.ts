/** A document's place in its input, and how it begins. */
export interface LocatedDocument {
  readonly input: string;
  /** The line in the input, from 1. */
  readonly line: number;
  /** The byte at which that line begins, from 0. */
  readonly byte: number;
  /** The beginning of the text, as it is: every format shows it harmlessly or withholds it. */
  readonly excerpt: string;
}

/** A token sequence that stands in several documents. */
export interface RepeatedNgram {
  readonly order: number;
  readonly tokens: readonly string[];
  /** How often it occurs in all. */
  readonly count: number;
  /** The number of documents that hold it. */
  readonly documents: number;
}

/** The worst offenders that the metric families found, the worst of each kind first. */
export interface Evidence {
  readonly repeatedNgrams: readonly RepeatedNgram[];
  /** Groups of documents that near-copies link. */
  readonly clusters: readonly {
    readonly size: number;
    /** How many documents are like one of the group directly, that one included. */
    readonly star: number;
    /** The similarity of the first two documents. */
    readonly similarity: number;
    readonly documents: readonly LocatedDocument[];
  }[];
  /** Texts that occur more than once, character for character; `copies` counts all of them. */
  readonly exactGroups: readonly { readonly copies: number; readonly document: LocatedDocument }[];
  /** The documents whose word sequences the others hold most: `score` is their self-BLEU of that order. */
  readonly redundantDocuments: readonly {
    readonly document: LocatedDocument;
    readonly score: number;
    readonly order: number;
  }[];
}
