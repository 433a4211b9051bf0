import type { Vectors } from "@corpulse/embedding-spread";

/** The rows of some documents. A gate embeds base and candidate once, together, so that all its draws lie in one space. */
export function vectorsOf(vectors: Vectors, documents: ArrayLike<number>): Vectors {
  const { data, dimensions, name } = vectors;
  const rows = new Float32Array(documents.length * dimensions);
  for (let row = 0; row < documents.length; row++) {
    const from = documents[row] * dimensions;
    rows.set(data.subarray(from, from + dimensions), row * dimensions);
  }
  return { data: rows, dimensions, name };
}
