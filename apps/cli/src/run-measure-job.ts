import { ngramIndex } from "@corpulse/tokens";
import { measureFamilies, type MeasureTask } from "./measure-families.ts";
import type { MeasureJob, MeasureMessage } from "./measure-thread.ts";

/** Indexes n-grams, in memory that all threads see, or measures a family, and posts what it found. */
export function runMeasureJob(task: MeasureTask, job: MeasureJob, post: (message: MeasureMessage) => void): void {
  if (job.kind === "index") {
    const index = ngramIndex(task.corpus, { memory: (bytes) => new SharedArrayBuffer(bytes) });
    post({ columns: Array.from({ length: job.orders }, (_, order) => index.column(order + 1)) });
    return;
  }
  const index = ngramIndex(task.corpus, { known: job.columns });
  const progress = (family: typeof job.family, share: number): void => post({ family, share });
  post({ results: measureFamilies({ ...task, families: [job.family] }, progress, index) });
}
