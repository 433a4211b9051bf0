/** Stands where a document has too few tokens for an n-gram to end. */
export const NO_NGRAM = -1;

/** All n-grams of one order. N-grams never cross from one document into the next. */
export interface NgramColumn {
  readonly order: number;
  /**
   * For each token of the corpus the id of the n-gram that ends there; −1 where its document has too few tokens before it;
   * and a number below −1, another one each time, for an n-gram of two tokens or more that occurs nowhere else. In text most
   * long n-grams occur once, and tables by id stay small without them. Single tokens always have their own id.
   */
  readonly ids: Int32Array;
  /** How often each n-gram with an id occurs. Ids follow first appearance. */
  readonly counts: Uint32Array;
  /** In how many documents each n-gram with an id occurs. */
  readonly documentFrequencies: Uint32Array;
  /** How many n-grams have no id. */
  readonly once: number;
  /** The number of n-grams, repeated ones included. */
  readonly total: number;
  /** Where n-grams end that their document has had before, rising. */
  readonly repeats: Int32Array;
  /** For each document, how many of its different n-grams no other document has. */
  readonly exclusive: Uint32Array;
}

/** N-grams that have their ids and are not all counted: what longer ones are made from. */
export interface NumberedNgrams extends Pick<NgramColumn, "order" | "ids" | "once" | "total"> {
  /** How many ids there are. */
  readonly different: number;
  /** How often each n-gram with an id occurs where it is not copied. */
  readonly counts: Uint32Array;
  /** For each document, how many of its n-grams have no id. */
  readonly exclusive: Uint32Array;
}
