import type { Embedder } from "./embedder.ts";
import type { Embedding } from "./embedding.ts";
import { EmbeddingBuilder } from "./embedding-builder.ts";

/**
 * Embeds texts batch by batch, in their order, with any embedder.
 *
 * @throws {RangeError} when the embedder returns more or fewer vectors than texts, or one of another length than it says
 * @throws {TypeError} when it returns something that is not a list of finite numbers
 * @example
 * ```ts
 * import { type Embedder, embedTexts } from "@corpulse/embed";
 *
 * const lengths: Embedder = { name: "length", dimensions: 1, batchSize: 32, embed: async (texts) => texts.map((t) => [t.length]) };
 * const embedding = await embedTexts(["one", "three"], lengths);
 * embedding.data; // Float32Array [3, 5]
 * ```
 */
export async function embedTexts(
  texts: Iterable<string> | AsyncIterable<string>,
  embedder: Embedder,
): Promise<Embedding> {
  const { name, dimensions, batchSize } = embedder;
  if (!Number.isInteger(batchSize) || batchSize < 1) {
    throw new RangeError(
      `Cannot embed texts: the batch size must be a positive integer, current value is ${batchSize}`,
    );
  }
  const builder = new EmbeddingBuilder();
  let batch: string[] = [];
  const flush = async (): Promise<void> => {
    const vectors = await embedder.embed(batch);
    if (vectors.length !== batch.length) {
      throw new RangeError(
        `Cannot embed ${batch.length} texts: ${name} must return as many vectors, current value is ${vectors.length}`,
      );
    }
    for (const vector of vectors) builder.add(vector);
    batch = [];
  };
  for await (const text of texts) {
    batch.push(text);
    if (batch.length === batchSize) await flush();
  }
  if (batch.length > 0) await flush();
  const embedding = builder.finish(name);
  if (embedding.data.length > 0 && embedding.dimensions !== dimensions) {
    throw new RangeError(
      `Cannot embed texts: ${name} must return ${dimensions} dimensions as it says, current value is ${embedding.dimensions}`,
    );
  }
  return { ...embedding, dimensions };
}
