import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Family } from "@corpulse/measurement";
import type { NgramColumn } from "@corpulse/tokens";
import type { FamilyResults } from "./family-results.ts";
import { type FamilyProgress, measureFamilies, type MeasureTask } from "./measure-families.ts";
import { shareCorpus } from "./share-corpus.ts";
import { workerFile } from "./worker-file.ts";

/** What a thread is asked to do: index the n-grams of the corpus, or measure a family over columns that are there. */
export type MeasureJob =
  | { readonly kind: "index"; readonly orders: number }
  | { readonly kind: "family"; readonly family: Family; readonly columns: readonly NgramColumn[] };

/** What a thread says: how far it is, or what came of its job. */
export type MeasureMessage =
  | { readonly family: Family; readonly share: number }
  | { readonly columns: readonly NgramColumn[] }
  | { readonly results: FamilyResults };

/** Below this many tokens a thread costs more than it saves. */
const TOKENS_WORTH_A_THREAD = 200_000;

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

/** A thread that does one job at a time. */
class MeasureThread {
  readonly #worker: Worker;

  constructor(task: MeasureTask) {
    this.#worker = new Worker(workerFile("measure-worker"), { workerData: task });
  }

  run(job: MeasureJob, onProgress: FamilyProgress): Promise<Exclude<MeasureMessage, { share: number }>> {
    return new Promise((resolve, reject) => {
      const ended = (code: number): void =>
        reject(new Error(`Cannot measure: a worker thread ended with code ${code}`));
      const said = (message: MeasureMessage): void => {
        if ("share" in message) return onProgress(message.family, message.share);
        this.#worker.off("message", said).off("error", reject).off("exit", ended);
        resolve(message);
      };
      this.#worker.on("message", said).on("error", reject).on("exit", ended);
      this.#worker.postMessage(job);
    });
  }

  end(): Promise<number> {
    return this.#worker.terminate();
  }
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
  const index = async (): Promise<readonly NgramColumn[]> => {
    const message = orders === 0 ? { columns: [] } : await first.run({ kind: "index", orders }, onProgress);
    return "columns" in message ? message.columns : [];
  };
  const indexing = index();
  const work = async (thread: MeasureThread): Promise<void> => {
    for (let family = waiting.shift(); family !== undefined; family = waiting.shift()) {
      const columns = ORDERS[family] === 0 ? [] : await indexing;
      const message = await thread.run({ kind: "family", family, columns }, onProgress);
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
  workers: number = availableParallelism(),
  onProgress: FamilyProgress = () => {},
): Promise<FamilyResults> {
  const { corpus, families } = task;
  const count = Math.min(workers, families.length);
  if (count < 2 || corpus.tokens.length < TOKENS_WORTH_A_THREAD) return measureFamilies(task, onProgress);
  const sharedTask = { ...task, corpus: shareCorpus(corpus) };
  const threads = Array.from({ length: count }, () => new MeasureThread(sharedTask));
  try {
    return await measureWith(threads, families, onProgress);
  } finally {
    await Promise.all(threads.map((thread) => thread.end()));
  }
}
