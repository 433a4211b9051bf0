import { availableParallelism } from "node:os";
import type { Family } from "@corpulse/measurement";
import type { DocumentSketches } from "@corpulse/near-duplicates";
import type { NgramColumn } from "@corpulse/tokens";
import type { FamilyResults } from "./family-results.ts";
import { type FamilyProgress, measureFamilies, type MeasureTask } from "./measure-families.ts";
import { MeasureThread } from "./measure-thread.ts";
import { shareCorpus } from "./share-corpus.ts";
import type { WorkerThreads } from "./worker-threads.ts";

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

/** How many threads have something to do while n-grams are indexed, the one that indexes among them. */
function threadsFor(families: readonly Family[]): number {
  return Math.max(families.length, families.includes("near-duplicates") ? 2 : 0);
}

/**
 * One thread indexes the n-grams while the others begin with what needs none, at last the sketches of near-duplicates; then all
 * take one family after the other.
 */
async function measureWith(
  [first, ...others]: readonly MeasureThread[],
  families: readonly Family[],
  onProgress: FamilyProgress,
): Promise<FamilyResults> {
  const orders = Math.max(...families.map((family) => ORDERS[family]));
  const waiting = BY_COST.filter((family) => families.includes(family));
  const found: FamilyResults[] = [];
  let indexed = orders === 0;
  let sketching: Promise<DocumentSketches | undefined> | undefined;
  let sketched = false;

  const index = async (): Promise<readonly NgramColumn[]> => {
    const message = indexed ? { columns: [] } : await first.run({ kind: "index", orders }, onProgress);
    indexed = true;
    return "columns" in message ? message.columns : [];
  };
  const indexing = index();

  const sketch = async (thread: MeasureThread): Promise<DocumentSketches | undefined> => {
    const message = await thread.run({ kind: "sketch" }, onProgress);
    sketched = true;
    return "sketches" in message ? message.sketches : undefined;
  };

  const measure = async (thread: MeasureThread, family: Family): Promise<void> => {
    const columns = ORDERS[family] === 0 ? [] : await indexing;
    const sketches = family === "near-duplicates" ? await sketching : undefined;
    const prepared = { columns, ...(sketches === undefined ? {} : { sketches }) };
    const message = await thread.run({ kind: "family", family, prepared }, onProgress);
    if ("results" in message) found.push(message.results);
  };

  /** What a thread does next. Nothing that others are at work for is taken while there is something else. */
  const next = (): Family | "sketches" | undefined => {
    const ready = waiting.findIndex((family) =>
      indexed ? family !== "near-duplicates" || sketching === undefined || sketched : ORDERS[family] === 0,
    );
    const isTimeForSketches = ready < 0 && !indexed && sketching === undefined;
    return isTimeForSketches && waiting.includes("near-duplicates")
      ? "sketches"
      : waiting.splice(Math.max(0, ready), 1)[0];
  };

  const work = async (thread: MeasureThread): Promise<void> => {
    for (let what = next(); what !== undefined; what = next()) {
      if (what === "sketches") await (sketching = sketch(thread));
      else await measure(thread, what);
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
  const count = Math.min(workers, threadsFor(families));
  if (count < 2 || corpus.tokens.length < TOKENS_WORTH_A_THREAD) return measureFamilies(task, onProgress);
  const sharedTask = { ...task, corpus: shareCorpus(corpus) };
  const measuring = Array.from({ length: count }, () => new MeasureThread(threads, sharedTask));
  return measureWith(measuring, families, onProgress);
}
