import type { Measurement } from "@corpulse/measurement";
import type { NgramIndex } from "@corpulse/tokens";
import { checkBudget } from "./budget-for.ts";
import { type CorpusTables, corpusTables } from "./corpus-tables.ts";
import { kernelIn } from "./kernel-in.ts";
import { measureCompression } from "./panel/measure-compression.ts";
import { measureConditionalEntropy } from "./panel/measure-conditional-entropy.ts";
import { measureCoverage } from "./panel/measure-coverage.ts";
import { measureDistinct, measureTypes } from "./panel/measure-distinct.ts";
import { measureEntropy } from "./panel/measure-entropy.ts";
import { measureHill } from "./panel/measure-hill.ts";
import { measureLaws } from "./panel/measure-laws.ts";
import { measureSelfRepetition } from "./panel/measure-self-repetition.ts";
import { measureTexts } from "./panel/measure-texts.ts";
import { measureUnseenMass } from "./panel/measure-unseen-mass.ts";
import { type RepeatedNgram, widespreadPhrases } from "./repeated-ngrams.ts";
import { codeRoom } from "./write-code-in-kernel.ts";

/** What the family is measured with. */
export interface NgramEntropyOptions {
  /**
   * The number of n-grams at which `distinct_n` and `types` are taken. Only equal budgets compare.
   * @default the largest of 1,000, 10,000, 100,000 … that the corpus has, and all of a smaller corpus
   */
  readonly tokenBudget?: number;
  /** Told the share of the work that is done, now and then. */
  readonly progress?: (share: number) => void;
}

/** The family's measurements, and what they saw. */
export interface NgramEntropyResult {
  /** Every id of the family, in registry order. */
  readonly measurements: readonly Measurement[];
  /** The phrases that the most documents share, at most ten. */
  readonly repeatedNgrams: readonly RepeatedNgram[];
}

type Step = () => readonly Measurement[];

function each(orders: readonly number[], measure: (order: number) => Measurement): readonly Step[] {
  return orders.map((order) => () => [measure(order)]);
}

/** The measurements in registry order, step by step. */
function steps(tables: CorpusTables, tokenBudget: number | undefined): readonly Step[] {
  return [
    ...each([1, 2, 3], (order) => measureEntropy(tables, order)),
    ...each([2, 3], (order) => measureConditionalEntropy(tables, order)),
    ...each([1, 2, 3, 4], (order) => measureUnseenMass(tables, order)),
    ...each([1, 2, 3], (order) => measureCoverage(tables, order, tokenBudget)),
    ...each([1, 2, 3, 4], (order) => measureDistinct(tables, order, tokenBudget)),
    () => [measureTypes(tables, tokenBudget)],
    () => measureHill(tables),
    () => measureTexts(tables),
    () => measureLaws(tables),
    () => [measureSelfRepetition(tables)],
    () => [measureCompression(tables)],
  ];
}

/**
 * Measures how varied the words and n-grams of a corpus are: entropy, unseen mass, coverage, distinct n-grams and types at
 * a token budget, Hill numbers, lexical diversity of its documents, growth laws, repetition and compression. What the
 * corpus is too small for is not measurable and says why. Needs n-grams up to order 4.
 *
 * @throws {RangeError} when the token budget is not a positive whole number
 * @example
 * ```ts
 * import { measureNgramEntropy } from "@corpulse/ngram-entropy";
 * import { ngramIndex, tokenCorpus } from "@corpulse/tokens";
 *
 * const { measurements } = measureNgramEntropy(ngramIndex(tokenCorpus(["to be or not", "to be that is"])));
 * measurements.find(({ id }) => id === "unseen_mass_2")?.value; // 0.6666666666666666
 * ```
 */
export function measureNgramEntropy(
  index: NgramIndex,
  { tokenBudget, progress = () => undefined }: NgramEntropyOptions = {},
): NgramEntropyResult {
  checkBudget(tokenBudget);
  const kernel = kernelIn(index.memory);
  kernel?.reserve(codeRoom(index));
  const tables = corpusTables(index);
  const work = steps(tables, tokenBudget);
  const measurements = work.flatMap((step, done) => {
    progress(done / (work.length + 1));
    return step();
  });
  progress(work.length / (work.length + 1));
  const phrases = widespreadPhrases(index.corpus, tables.shared(), kernel);
  progress(1);
  return { measurements, repeatedNgrams: phrases };
}
