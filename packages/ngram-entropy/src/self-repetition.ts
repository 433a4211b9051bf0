import type { NgramColumn, TokenCorpus } from "@corpulse/tokens";

/**
 * The mean over documents of ln(1 + Σ (df(g) − 1)), g being the different n-grams of a document and df the number of
 * documents that hold it. 0 when no two documents share an n-gram; it grows with the length of documents.
 *
 * Source: Salkar et al. 2022, "Self-repetition in abstractive neural summarizers".
 */
export function selfRepetition({ offsets }: TokenCorpus, column: NgramColumn, frequencies: Uint32Array): number {
  const { ids, order, counts } = column;
  const latest = new Uint32Array(counts.length);
  const documents = offsets.length - 1;
  const repeated = new Float64Array(documents);
  for (let document = 1; document <= documents; document++) {
    let elsewhere = 0;
    for (let position = offsets[document - 1] + order - 1; position < offsets[document]; position++) {
      const id = ids[position];
      if (frequencies[id] === 1 || latest[id] === document) continue;
      latest[id] = document;
      elsewhere += frequencies[id] - 1;
    }
    repeated[document - 1] = elsewhere;
  }
  // Sorted, so that the order of documents does not change the last digit.
  return repeated.toSorted().reduce((sum, elsewhere) => sum + Math.log1p(elsewhere), 0) / documents;
}
