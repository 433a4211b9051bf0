import { parseShingle, sketchDocuments } from "@corpulse/near-duplicates";
import { type Memory, ngramIndex } from "@corpulse/tokens";
import { measureFamilies, type MeasureTask } from "./measure-families.ts";
import type { MeasureJob, MeasureMessage } from "./measure-thread.ts";

/** Memory that all threads see. */
const shared: Memory = (bytes) => new SharedArrayBuffer(bytes);

/** Indexes n-grams, sketches documents or measures a family, and posts what it found. */
export function runMeasureJob(task: MeasureTask, job: MeasureJob, post: (message: MeasureMessage) => void): void {
  const { corpus, similarity, seed } = task;
  if (job.kind === "index") {
    const index = ngramIndex(corpus, { memory: shared });
    post({ columns: Array.from({ length: job.orders }, (_, order) => index.column(order + 1)) });
    return;
  }
  if (job.kind === "sketch") {
    post({ sketches: sketchDocuments(corpus, { shingle: parseShingle(task.shingle), similarity, seed }, shared) });
    return;
  }
  const { family, prepared } = job;
  const { columns, ...others } = prepared;
  const progress = (_: typeof family, share: number): void => post({ family, share });
  post({
    results: measureFamilies(
      { ...task, ...others, families: [family] },
      progress,
      ngramIndex(corpus, { known: columns }),
    ),
  });
}
