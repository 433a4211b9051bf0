import { ngramIndex } from "@corpulse/tokens";
import type { FamilyResults } from "./family-results.ts";
import { type FamilyProgress, measureFamilies, type MeasureTask, nearDuplicateOptions } from "./measure-families.ts";
import { MeasureThread } from "./measure-thread.ts";
import { shareCorpus } from "./share-corpus.ts";
import type { WorkerThreads } from "./worker-threads.ts";

/**
 * Measures near-duplicates in this thread, while another makes the sketches that need no n-gram index. Sketches of what cannot
 * have a near-copy are not looked at, so the result is the same.
 */
export async function measureBesideSketches(
  task: MeasureTask,
  threads: WorkerThreads,
  onProgress: FamilyProgress,
): Promise<FamilyResults> {
  const thread = new MeasureThread(threads, { ...task, corpus: shareCorpus(task.corpus) });
  const sketching = thread.run({ kind: "sketch" }, onProgress);
  const index = ngramIndex(task.corpus);
  const { unit, size } = nearDuplicateOptions(task).shingle;
  // Now, for measuring would do it when the sketches are there.
  if (unit === "words") index.column(size);
  const message = await sketching;
  return measureFamilies("sketches" in message ? { ...task, ...message } : task, onProgress, index);
}
