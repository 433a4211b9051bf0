import { documentCount, type TokenCorpus } from "@corpulse/tokens";
import { distinctWords } from "./distinct-words.ts";
import type { Embedding } from "./embedding.ts";
import { BATCH } from "./row-kernel.ts";
import { wordProjection } from "./word-projection.ts";
import { wordVectors } from "./word-vectors.ts";

/** It rises with every change of the vectors. */
const DEFINITION = 1;

/** How the lexical embedding is made. */
export interface LexicalEmbeddingOptions {
  /**
   * More dimensions keep distances better and cost more: the cosine of two documents is off by about 1/√dimensions.
   *
   * @default 256
   */
  readonly dimensions?: number;
  /** @default 0 */
  readonly seed?: number;
  /** Called with the share that is done. */
  readonly progress?: (share: number) => void;
}

/** Term frequencies below it are weighted once and for all. */
const COMMON = 64;

function check(dimensions: number, seed: number): void {
  if (!Number.isInteger(dimensions) || dimensions < 1) {
    throw new RangeError(
      `Cannot embed a corpus: the dimensions must be a positive integer, current value is ${dimensions}`,
    );
  }
  if (!Number.isSafeInteger(seed))
    throw new RangeError(`Cannot embed a corpus: the seed must be an integer, current value is ${seed}`);
}

function normalize(vector: Float64Array): void {
  let squares = 0;
  for (let k = 0; k < vector.length; k++) squares += vector[k] * vector[k];
  if (squares === 0) return;
  const scale = 1 / Math.sqrt(squares);
  for (let k = 0; k < vector.length; k++) vector[k] *= scale;
}

/**
 * Embeds a corpus by its spelling: TF-IDF of words and of their character n-grams (3–5), put into few dimensions by a
 * signed random projection, rows of length 1. It needs no model and is the same in every runtime. It knows words, their
 * inflections and misspellings, not meaning: a paraphrase in other words is far away. A document without tokens is a zero
 * row. A row depends on its document's words and on how many documents of the corpus hold them, nothing else.
 *
 * Source: Salton & Buckley 1988 (TF-IDF); Achlioptas 2003 (the projection).
 *
 * @throws {RangeError} when the dimensions are not a positive integer or the seed is not an integer
 * @example
 * ```ts
 * import { lexicalEmbedding } from "@corpulse/embed";
 * import { tokenCorpus } from "@corpulse/tokens";
 *
 * lexicalEmbedding(tokenCorpus(["a cat", "two cats"])).name; // "lexical-256+words+seed-0+v1"
 * ```
 */
export function lexicalEmbedding(
  corpus: TokenCorpus,
  { dimensions = 256, seed = 0, progress = () => {} }: LexicalEmbeddingOptions = {},
): Embedding {
  check(dimensions, seed);
  const documents = documentCount(corpus);
  const words = distinctWords(corpus);
  const { vocabulary } = corpus;
  const { documentFrequencies } = words;
  const project = wordProjection({ vocabulary, documentFrequencies, documents }, seed);
  const { kernel, locate } = wordVectors(project, documentFrequencies, dimensions);
  const { row, places, weights, addWords } = kernel;
  const sublinear = Float64Array.from({ length: COMMON }, (_, frequency) => 1 + Math.log(frequency));
  const data = new Float32Array(documents * dimensions);
  const every = Math.max(1, Math.ceil(documents / 100));
  for (let document = 0; document < documents; document++) {
    row.fill(0);
    const { count, ids, frequencies } = words.ofDocument(document);
    for (let from = 0; from < count; from += BATCH) {
      const batch = Math.min(BATCH, count - from);
      for (let lane = 0; lane < batch; lane++) {
        const frequency = frequencies[from + lane];
        places[lane] = locate(ids[from + lane], lane);
        weights[lane] = frequency < COMMON ? sublinear[frequency] : 1 + Math.log(frequency);
      }
      addWords(batch);
    }
    normalize(row);
    data.set(row, document * dimensions);
    if (document % every === 0) progress(document / documents);
  }
  progress(1);
  return { data, dimensions, name: `lexical-${dimensions}+${corpus.tokenizer}+seed-${seed}+v${DEFINITION}` };
}
