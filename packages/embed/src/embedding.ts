/** One vector a document, row after row: document `i` is `data.subarray(i * dimensions, (i + 1) * dimensions)`. */
export interface Embedding {
  readonly data: Float32Array;
  readonly dimensions: number;
  /** The embedding and every setting that changes its vectors: values of two names never compare. */
  readonly name: string;
}
