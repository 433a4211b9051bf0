import { formatSignature, type Measurement, measured, notMeasurable } from "@corpulse/measurement";
import { documentCount, type TokenCorpus } from "./token-corpus.ts";

const DEFINITION = 1;

function documentLengths({ offsets }: TokenCorpus): Uint32Array {
  const lengths = new Uint32Array(offsets.length - 1);
  for (let document = 0; document < lengths.length; document++)
    lengths[document] = offsets[document + 1] - offsets[document];
  return lengths;
}

function usedTypes({ tokens, vocabulary }: TokenCorpus): number {
  const used = new Uint8Array(vocabulary.length);
  for (let position = 0; position < tokens.length; position++) used[tokens[position]] = 1;
  return used.reduce((sum, one) => sum + one, 0);
}

function standardDeviation(lengths: Uint32Array, mean: number): number {
  const squares = lengths.reduce((sum, length) => sum + (length - mean) ** 2, 0);
  return Math.sqrt(squares / (lengths.length - 1));
}

/** The length that so many percent of the documents do not exceed (nearest rank: always the length of some document). */
function percentile(sorted: Uint32Array, percent: number): number {
  return sorted[Math.max(0, Math.ceil((percent * sorted.length) / 100) - 1)];
}

/**
 * Measures how large a corpus is: documents, tokens, types, and the distribution of document lengths in tokens. All values
 * are exact. A corpus without documents has no lengths, one with a single document no spread: these are not measurable.
 *
 * @example
 * ```ts
 * import { measureSize, tokenCorpus } from "@corpulse/tokens";
 *
 * measureSize(tokenCorpus(["to be", "or not to be"])).map(({ id, value }) => `${id} ${value}`)[1]; // "tokens 6"
 * ```
 */
export function measureSize(corpus: TokenCorpus): readonly Measurement[] {
  const family = "size";
  const signature = formatSignature(family, { tokenizer: corpus.tokenizer }, DEFINITION);
  const documents = documentCount(corpus);
  const exact = (id: string, value: number): Measurement => measured({ family, id, value, signature });
  const lengthOf = (id: string, value: () => number, needed = 1): Measurement =>
    documents >= needed
      ? exact(id, value())
      : notMeasurable({
          family,
          id,
          signature,
          reason: `it needs at least ${needed} documents, there are ${documents}`,
        });

  const lengths = documentLengths(corpus);
  const sorted = lengths.toSorted();
  const mean = corpus.tokens.length / documents;
  return [
    exact("documents", documents),
    exact("tokens", corpus.tokens.length),
    exact("types", usedTypes(corpus)),
    lengthOf("document_length_mean", () => mean),
    lengthOf("document_length_sd", () => standardDeviation(lengths, mean), 2),
    lengthOf("document_length_p05", () => percentile(sorted, 5)),
    lengthOf("document_length_p50", () => percentile(sorted, 50)),
    lengthOf("document_length_p95", () => percentile(sorted, 95)),
  ];
}
