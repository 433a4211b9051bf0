import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Family } from "@corpulse/measurement";
import type { TokenCorpus } from "@corpulse/tokens";
import type { FamilyResults } from "./family-results.ts";
import { type FamilyProgress, measureFamilies, type MeasureTask } from "./measure-families.ts";
import { workerFile } from "./worker-file.ts";

/** Below this many tokens a thread costs more than it saves. */
const TOKENS_WORTH_A_THREAD = 200_000;

/** Families side by side: entropy and self-BLEU share the long n-gram columns, the others need few of them. */
const LANES: readonly (readonly Family[])[] = [
  ["size", "ngram-entropy", "self-bleu"],
  ["near-duplicates", "embedding-spread"],
];

type LaneMessage = { readonly family: Family; readonly share: number } | { readonly results: FamilyResults };

function shared<T extends Int32Array | Uint32Array>(column: T): T {
  const Column = column.constructor as new (buffer: SharedArrayBuffer) => T;
  const copy = new Column(new SharedArrayBuffer(column.byteLength));
  copy.set(column);
  return copy;
}

/** The corpus with its columns in memory that all threads read. */
function shareCorpus(corpus: TokenCorpus): TokenCorpus {
  return {
    ...corpus,
    tokens: shared(corpus.tokens),
    offsets: shared(corpus.offsets),
    fingerprints: shared(corpus.fingerprints),
  };
}

function runLane(task: MeasureTask, onProgress: FamilyProgress): Promise<FamilyResults> {
  const worker = new Worker(workerFile("lane-worker"), { workerData: task });
  return new Promise((resolve, reject) => {
    worker.on("message", (message: LaneMessage) => {
      if ("results" in message) resolve(message.results);
      else onProgress(message.family, message.share);
    });
    worker.on("error", reject);
    worker.on("exit", (code) => reject(new Error(`Cannot measure: a worker thread ended with code ${code}`)));
  });
}

/**
 * Measures families, on several threads when the corpus is large enough. Each family is measured by one thread from the
 * same columns, so the result does not depend on how many there are.
 */
export async function measureInLanes(
  task: MeasureTask,
  workers: number = availableParallelism(),
  onProgress: FamilyProgress = () => {},
): Promise<FamilyResults> {
  const lanes = LANES.map((lane) => lane.filter((family) => task.families.includes(family))).filter(
    (lane) => lane.length > 0,
  );
  if (workers < 2 || lanes.length < 2 || task.corpus.tokens.length < TOKENS_WORTH_A_THREAD) {
    return measureFamilies(task, onProgress);
  }
  const corpus = shareCorpus(task.corpus);
  const found = await Promise.all(lanes.map((families) => runLane({ ...task, corpus, families }, onProgress)));
  return Object.assign({}, ...found) as FamilyResults;
}
