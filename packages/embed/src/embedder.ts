/**
 * Turns texts into vectors one batch at a time: the shape of a local model or an HTTP endpoint. A lexical embedding is not
 * one, because its weights come from the whole corpus: `lexicalEmbedding` takes that instead.
 */
export interface Embedder {
  /** The model and every setting that changes its vectors: values of two names never compare. */
  readonly name: string;
  readonly dimensions: number;
  /** How many texts it takes at once. */
  readonly batchSize: number;
  /** The vectors of some texts, in their order. */
  embed(texts: readonly string[]): Promise<readonly ArrayLike<number>[]>;
}
