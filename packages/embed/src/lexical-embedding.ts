import { documentCount, type Memory, SharedMemory, type TokenCorpus } from "@corpulse/tokens";
import { changeKernel } from "./change-kernel.ts";
import { ChangedRows } from "./changed-rows.ts";
import { corpusRows } from "./corpus-rows.ts";
import { documentFrequencies } from "./document-frequencies.ts";
import type { Embedding } from "./embedding.ts";
import { gramWeights } from "./gram-weights.ts";
import { kernelSize } from "./kernel-size.ts";
import { rowKernel } from "./row-kernel.ts";
import { SpeltWords } from "./spelt-words.ts";
import { wordProjection } from "./word-projection.ts";
import { wordSlots } from "./word-slots.ts";
import { WordVectors } from "./word-vectors.ts";

/** It rises with every change of the vectors. */
const DEFINITION = 2;

/** How many numbers of word vectors are kept: 64 MB. */
const MOST_KEPT = 2 ** 25;

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
  /** In how many documents each word stands, by its id, where that is known: `ngramIndex(corpus).column(1)` has it. @default counted */
  readonly documentFrequencies?: Uint32Array;
  /**
   * Where the columns of the corpus lie, `ngramIndex(corpus).memory` says it. In memory that threads share the rows are added up
   * without copies of them, and lie there too.
   *
   * @default memory of this thread alone
   */
  readonly memory?: Memory;
  /** Called with the share that is done. */
  readonly progress?: (share: number) => void;
}

function check(dimensions: number, seed: number): void {
  if (!Number.isInteger(dimensions) || dimensions < 1) {
    throw new RangeError(
      `Cannot embed a corpus: the dimensions must be a positive integer, current value is ${dimensions}`,
    );
  }
  if (!Number.isSafeInteger(seed))
    throw new RangeError(`Cannot embed a corpus: the seed must be an integer, current value is ${seed}`);
}

function checkFrequencies(given: number, words: number): void {
  if (given !== words) {
    throw new RangeError(
      `Cannot embed a corpus: there must be a document frequency of each of its ${words} words, current value is ${given}`,
    );
  }
}

/**
 * Embeds a corpus by its spelling: TF-IDF of words and of their character n-grams (3–5), put into few dimensions by a
 * signed random projection, rows of length 1. It needs no model and is the same in every runtime. It knows words, their
 * inflections and misspellings, not meaning: a paraphrase in other words is far away. A document without tokens is a zero
 * row. A row depends on its document's words and on how many documents of the corpus hold them, nothing else.
 *
 * Source: Salton & Buckley 1988 (TF-IDF); Achlioptas 2003 (the projection).
 *
 * @throws {RangeError} when the dimensions are not a positive integer, the seed is not an integer or the document frequencies are
 *   not as many as there are words
 * @example
 * ```ts
 * import { lexicalEmbedding } from "@corpulse/embed";
 * import { tokenCorpus } from "@corpulse/tokens";
 *
 * lexicalEmbedding(tokenCorpus(["a cat", "two cats"])).name; // "lexical-256+words+seed-0+v2"
 * ```
 */
export function lexicalEmbedding(
  corpus: TokenCorpus,
  { dimensions = 256, seed = 0, documentFrequencies: known, memory, progress = () => {} }: LexicalEmbeddingOptions = {},
): Embedding {
  check(dimensions, seed);
  const documents = documentCount(corpus);
  const frequencies = known ?? documentFrequencies(corpus);
  checkFrequencies(frequencies.length, corpus.vocabulary.length);
  const statistics = { vocabulary: corpus.vocabulary, documentFrequencies: frequencies, documents };
  const slots = wordSlots(frequencies, Math.floor(MOST_KEPT / dimensions));
  const size = kernelSize(dimensions, documents, slots.kept);
  const shared = memory instanceof SharedMemory ? memory : SharedMemory.at(null);
  const changing = changeKernel(corpus, { ...size, lent: size.slots - slots.kept }, shared);
  const spelt = changing === null ? null : new SpeltWords(statistics, changing, shared);
  const grams = spelt === null ? gramWeights(statistics) : spelt.gramWeights();
  const kernel = changing ?? rowKernel(size);
  const vectors = new WordVectors(kernel, wordProjection(statistics, seed, grams), slots, changing?.lists.words);
  spelt?.project(grams, seed);
  vectors.projectKept();
  const rows =
    changing === null ? corpusRows(corpus, dimensions, kernel, vectors) : new ChangedRows(corpus, changing, vectors);
  const together = Math.max(1, Math.ceil(documents / 100));
  for (let from = 0; from < documents; from += together) {
    progress(from / documents);
    rows.add(from, Math.min(documents, from + together));
  }
  const data = rows.finish();
  progress(1);
  return { data, dimensions, name: `lexical-${dimensions}+${corpus.tokenizer}+seed-${seed}+v${DEFINITION}` };
}
