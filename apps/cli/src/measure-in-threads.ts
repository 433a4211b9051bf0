import { availableParallelism } from "node:os";
import type { Family } from "@corpulse/measurement";
import type { DocumentSketches } from "@corpulse/near-duplicates";
import type { NgramColumn } from "@corpulse/tokens";
import type { FamilyResults } from "./family-results.ts";
import { measureBesideSketches } from "./measure-beside-sketches.ts";
import { type FamilyProgress, measureFamilies, type MeasureTask } from "./measure-families.ts";
import { MeasureThread } from "./measure-thread.ts";
import { shareCorpus } from "./share-corpus.ts";
import type { WorkerThreads } from "./worker-threads.ts";

/** Below this many tokens a thread costs more than it saves. */
const TOKENS_WORTH_A_THREAD = 200_000;

/** The same for a thread that only makes sketches. */
const TOKENS_WORTH_SKETCHES = 4_000_000;

/** How many orders of n-grams each family reads; those that read none need not wait for the index. */
const ORDERS: Readonly<Record<Family, number>> = {
  size: 0,
  "embedding-spread": 0,
  "near-duplicates": 3,
  "ngram-entropy": 4,
  "self-bleu": 5,
};

/** Longest first, so that threads finish together. */
const BY_COST: readonly Family[] = ["embedding-spread", "near-duplicates", "ngram-entropy", "self-bleu", "size"];

/** The sketches of near-duplicates, by a thread that would wait otherwise. */
async function sketch(thread: MeasureThread, onProgress: FamilyProgress): Promise<{ sketches?: DocumentSketches }> {
  const message = await thread.run({ kind: "sketch" }, onProgress);
  return "sketches" in message ? message : {};
}

/** One thread indexes the n-grams while the others begin with what needs none; then all take one family after the other. */
async function measureWith(
  [first, ...others]: readonly MeasureThread[],
  families: readonly Family[],
  onProgress: FamilyProgress,
): Promise<FamilyResults> {
  const orders = Math.max(...families.map((family) => ORDERS[family]));
  const waiting = BY_COST.filter((family) => families.includes(family));
  const found: FamilyResults[] = [];
  let indexed = orders === 0;
  const index = async (): Promise<readonly NgramColumn[]> => {
    const message = indexed ? { columns: [] } : await first.run({ kind: "index", orders }, onProgress);
    indexed = true;
    return "columns" in message ? message.columns : [];
  };
  const indexing = index();
  const work = async (thread: MeasureThread): Promise<void> => {
    for (let family = waiting.shift(); family !== undefined; family = waiting.shift()) {
      const beforehand = family === "near-duplicates" && !indexed ? await sketch(thread, onProgress) : {};
      const columns = ORDERS[family] === 0 ? [] : await indexing;
      const message = await thread.run({ kind: "family", family, columns, ...beforehand }, onProgress);
      if ("results" in message) found.push(message.results);
    }
  };
  await Promise.all([indexing.then(() => work(first)), ...others.map(work)]);
  return Object.assign({}, ...found) as FamilyResults;
}

/**
 * Measures families, on several threads when the corpus is large enough. Each family is measured by one thread from the
 * same columns, so the result does not depend on how many there are.
 */
export async function measureInThreads(
  task: MeasureTask,
  threads: WorkerThreads,
  workers: number = availableParallelism(),
  onProgress: FamilyProgress = () => {},
): Promise<FamilyResults> {
  const { corpus, families } = task;
  const others = families.filter((family) => family !== "size");
  if (others.join() === "near-duplicates" && workers > 1 && corpus.tokens.length >= TOKENS_WORTH_SKETCHES) {
    return measureBesideSketches(task, threads, onProgress);
  }
  const count = Math.min(workers, families.length);
  if (count < 2 || corpus.tokens.length < TOKENS_WORTH_A_THREAD) return measureFamilies(task, onProgress);
  const sharedTask = { ...task, corpus: shareCorpus(corpus) };
  const measuring = Array.from({ length: count }, () => new MeasureThread(threads, sharedTask));
  return measureWith(measuring, families, onProgress);
}
