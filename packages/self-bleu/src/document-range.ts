/** A run of documents of a corpus, `from` included and `to` not. */
export interface DocumentRange {
  readonly from: number;
  readonly to: number;
}
