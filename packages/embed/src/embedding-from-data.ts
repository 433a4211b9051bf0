import type { Embedding } from "./embedding.ts";
import { EmbeddingBuilder } from "./embedding-builder.ts";

/** What vectors that come with the data are called. */
export interface EmbeddingFromDataOptions {
  /** The model they were made with: it enters every signature, because vectors of two models never compare. */
  readonly name: string;
}

/**
 * Takes vectors that come with the data, one for each document. They are kept as 32-bit numbers and not scaled.
 *
 * @throws {TypeError} when a vector is not a list of finite numbers, naming the document (counted from 0)
 * @throws {RangeError} when vectors differ in length, naming the first document that does
 * @example
 * ```ts
 * import { embeddingFromData } from "@corpulse/embed";
 *
 * embeddingFromData([[0.1, 0.2], [0.3, 0.4]], { name: "my-model" }).dimensions; // 2
 * ```
 */
export function embeddingFromData(rows: readonly ArrayLike<number>[], { name }: EmbeddingFromDataOptions): Embedding {
  const builder = new EmbeddingBuilder(rows.length);
  for (const row of rows) builder.add(row);
  return builder.finish(name);
}
