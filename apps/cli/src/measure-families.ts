import { lexicalEmbedding } from "@corpulse/embed";
import { measureEmbeddingSpread, type Vectors } from "@corpulse/embedding-spread";
import type { Family } from "@corpulse/measurement";
import { type DocumentSketches, measureNearDuplicates } from "@corpulse/near-duplicates";
import { measureNgramEntropy } from "@corpulse/ngram-entropy";
import { measureSelfBleu } from "@corpulse/self-bleu";
import { measureSize, type NgramIndex, ngramIndex, type TokenCorpus } from "@corpulse/tokens";
import type { FamilyResults } from "./family-results.ts";
import { nearDuplicateOptions } from "./near-duplicate-options.ts";
import { ordersFor } from "./orders-for.ts";

/** A corpus in columns and what to measure of it: plain data, so that a worker thread can be given it. */
export interface MeasureTask {
  readonly corpus: TokenCorpus;
  readonly families: readonly Family[];
  /** Vectors that came with the data; `null` for the offline lexical embedding. */
  readonly vectors: Vectors | null;
  readonly shingle: string;
  readonly similarity: number;
  readonly seed: number;
  /** The token budget of `distinct_n` and `types`; absent for the one that suits the corpus. */
  readonly tokenBudget?: number;
  /** What `sketchDocuments` has made of the corpus; absent where no thread was free to do it. */
  readonly sketches?: DocumentSketches;
  /** In how many documents each word stands; absent where nobody has counted it yet. */
  readonly documentFrequencies?: Uint32Array;
}

/** Called with a family and how much of it is done, 0…1. */
export type FamilyProgress = (family: Family, share: number) => void;

type Measure = (index: NgramIndex, task: MeasureTask, progress: (share: number) => void) => FamilyResults;

/** The vectors of the documents. Where other families read n-grams, it is known in how many documents each word stands. */
function vectorsOf(index: NgramIndex, { vectors, seed, documentFrequencies, ...task }: MeasureTask): Vectors {
  if (vectors !== null) return vectors;
  const known = documentFrequencies ?? (ordersFor(task) > 0 ? index.column(1).documentFrequencies : undefined);
  const { corpus, memory } = index;
  return lexicalEmbedding(corpus, { seed, memory, ...(known === undefined ? {} : { documentFrequencies: known }) });
}

const MEASURES: Readonly<Record<Family, Measure>> = {
  size: ({ corpus }) => ({ size: { measurements: measureSize(corpus) } }),
  "ngram-entropy": (index, { tokenBudget }, progress) => ({
    "ngram-entropy": measureNgramEntropy(index, { progress, ...(tokenBudget === undefined ? {} : { tokenBudget }) }),
  }),
  "self-bleu": (index, _, progress) => ({ "self-bleu": measureSelfBleu(index, { progress }) }),
  "near-duplicates": (index, task, progress) => ({
    "near-duplicates": measureNearDuplicates(index, {
      ...nearDuplicateOptions(task),
      progress,
      ...(task.sketches === undefined ? {} : { sketches: task.sketches }),
    }),
  }),
  "embedding-spread": (index, task, progress) => ({
    "embedding-spread": measureEmbeddingSpread(vectorsOf(index, task), { seed: task.seed, progress }),
  }),
};

/** Measures families one after the other, over one n-gram index. */
export function measureFamilies(
  task: MeasureTask,
  onProgress: FamilyProgress = () => {},
  index: NgramIndex = ngramIndex(task.corpus),
): FamilyResults {
  let results: FamilyResults = {};
  for (const family of task.families) {
    onProgress(family, 0);
    results = { ...results, ...MEASURES[family](index, task, (share) => onProgress(family, share)) };
  }
  return results;
}
