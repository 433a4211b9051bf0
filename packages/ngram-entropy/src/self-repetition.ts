import type { NgramColumn, TokenCorpus } from "@corpulse/tokens";

/**
 * The mean over documents of ln(1 + Σ (df(g) − 1)), g being the different n-grams of a document and df the number of
 * documents that hold it. 0 when no two documents share an n-gram; it grows with the length of documents.
 *
 * Source: Salkar et al. 2022, "Self-repetition in abstractive neural summarizers".
 */
export function selfRepetition({ offsets }: TokenCorpus, column: NgramColumn): number {
  const { ids, order, documentFrequencies, repeats } = column;
  const documents = offsets.length - 1;
  const repeated = new Float64Array(documents);
  let next = 0;
  for (let document = 0; document < documents; document++) {
    const end = offsets[document + 1];
    let elsewhere = 0;
    for (let position = offsets[document] + order - 1; position < end; position++) {
      const id = ids[position];
      if (id >= 0) elsewhere += documentFrequencies[id] - 1;
    }
    // Each of a document's n-grams counts once: what it repeats is taken off again.
    for (; next < repeats.length && repeats[next] < end; next++)
      elsewhere -= documentFrequencies[ids[repeats[next]]] - 1;
    repeated[document] = elsewhere;
  }
  // Sorted, so that the order of documents does not change the last digit.
  return repeated.toSorted().reduce((sum, elsewhere) => sum + Math.log1p(elsewhere), 0) / documents;
}
