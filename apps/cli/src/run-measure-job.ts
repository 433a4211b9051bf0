import { sketchDocuments } from "@corpulse/near-duplicates";
import { type Memory, ngramIndex } from "@corpulse/tokens";
import { measureFamilies, type MeasureTask, nearDuplicateOptions } from "./measure-families.ts";
import type { MeasureJob, MeasureMessage } from "./measure-thread.ts";

/** Memory that all threads see. */
const shared: Memory = (bytes) => new SharedArrayBuffer(bytes);

/** Indexes n-grams, sketches documents or measures a family, and posts what it found. */
export function runMeasureJob(task: MeasureTask, job: MeasureJob, post: (message: MeasureMessage) => void): void {
  if (job.kind === "index") {
    const index = ngramIndex(task.corpus, { memory: shared });
    post({ columns: Array.from({ length: job.orders }, (_, order) => index.column(order + 1)) });
    return;
  }
  if (job.kind === "sketch") {
    post({ sketches: sketchDocuments(task.corpus, nearDuplicateOptions(task), shared) });
    return;
  }
  const { family, columns, sketches } = job;
  const index = ngramIndex(task.corpus, { known: columns });
  const progress = (_: typeof family, share: number): void => post({ family, share });
  const only = { ...task, families: [family], ...(sketches === undefined ? {} : { sketches }) };
  post({ results: measureFamilies(only, progress, index) });
}
