import { availableParallelism } from "node:os";
import type { Family } from "@corpulse/measurement";
import { type Memory, ngramIndex, SharedMemory, type TokenCorpus } from "@corpulse/tokens";
import type { FamilyResults } from "./family-results.ts";
import { indexNgrams } from "./index-ngrams.ts";
import type { FamilyProgress, MeasureTask } from "./measure-families.ts";
import { type Known, MeasureThread, type ThreadTask } from "./measure-thread.ts";
import { ordersFor } from "./orders-for.ts";
import type { WorkerThreads } from "./worker-threads.ts";

/** Longest first, so that threads finish together. */
const BY_COST: readonly Family[] = ["embedding-spread", "near-duplicates", "ngram-entropy", "self-bleu", "size"];

/** Who measures, and who is told. */
export interface MeasureTools {
  /** Threads that have followed the corpus. */
  readonly followers: readonly MeasureThread[];
  /** Which of them has sketched the documents. */
  readonly sketcher?: MeasureThread | undefined;
  /** Where more are taken from. */
  readonly threads: WorkerThreads;
  /** Where the corpus lies and its n-grams go where no thread has followed it. @default memory of this thread alone */
  readonly memory?: Memory | undefined;
  /** @default one a core */
  readonly workers?: number | undefined;
  readonly onProgress?: FamilyProgress;
}

/** Families that need no n-grams. */
const withoutNgrams = ({ families, shingle }: ThreadTask): number =>
  families.filter((family) => family !== "size" && ordersFor({ families: [family], shingle }) === 0).length;

/**
 * One thread indexes the n-grams while the others begin with what needs none, and one that would wait helps it; then all take one
 * family after the other.
 */
async function measureWith(
  task: ThreadTask,
  [first, ...others]: readonly MeasureThread[],
  { sketcher, onProgress = () => {} }: MeasureTools,
): Promise<FamilyResults> {
  const { families, shingle } = task;
  const waiting = BY_COST.filter((family) => families.includes(family));
  const found: FamilyResults[] = [];
  const helper = others.at(withoutNgrams(task));
  const columns = indexNgrams(first, { helper, orders: ordersFor(task), onProgress });
  const indexed = Promise.all(columns);
  // A thread that fails is found out by whoever waits for it, and that may be nobody yet.
  indexed.catch(() => {});
  const sketching = sketcher?.run({ kind: "sketch" }, onProgress);
  sketching?.catch(() => {});
  const knownTo = async (family: Family): Promise<Known> => {
    if (family === "near-duplicates") return (await sketching) ?? {};
    if (family !== "embedding-spread" || task.vectors !== null || columns.length === 0) return {};
    const { documentFrequencies } = await columns[0];
    return { documentFrequencies };
  };
  const work = async (thread: MeasureThread): Promise<void> => {
    if (thread === first || thread === helper) await indexed;
    for (let family = waiting.shift(); family !== undefined; family = waiting.shift()) {
      const needed = await Promise.all(columns.slice(0, ordersFor({ families: [family], shingle })));
      const job = { kind: "family", family, columns: needed, known: await knownTo(family) } as const;
      const { results } = await thread.run(job, onProgress);
      found.push(results);
    }
    if (thread === sketcher) await sketching;
    thread.end();
  };
  await Promise.all([first, ...others].map(work));
  return Object.assign({}, ...found) as FamilyResults;
}

/**
 * Measures families, on several threads when some have followed the corpus, which then is not asked for. Each family is measured
 * by one thread from the same columns, so the result does not depend on how many there are.
 */
export async function measureInThreads(
  task: Omit<MeasureTask, "corpus">,
  corpus: () => TokenCorpus,
  tools: MeasureTools,
): Promise<FamilyResults> {
  const { followers, threads, memory, workers = availableParallelism(), onProgress } = tools;
  if (followers.length === 0) {
    // Where threads measure, they load the metrics, and reading begins sooner without them.
    const { measureFamilies } = await import("./measure-families.ts");
    const whole = corpus();
    return measureFamilies({ ...task, corpus: whole }, onProgress, ngramIndex(whole, memory && { memory }));
  }
  for (const follower of followers) follower.begin(task);
  const more = Math.max(0, Math.min(workers, task.families.length) - followers.length);
  const others = Array.from({ length: more }, () => new MeasureThread(threads));
  const handle = memory instanceof SharedMemory ? memory.handle : null;
  for (const other of others) other.begin({ ...task, corpus: corpus(), memory: handle });
  return measureWith(task, [...followers, ...others], tools);
}
