import { parentPort, workerData } from "node:worker_threads";
import { ngramIndex } from "@corpulse/tokens";
import { measureFamilies, type MeasureTask } from "./measure-families.ts";
import type { MeasureJob, MeasureMessage } from "./measure-in-threads.ts";

/** A worker thread that indexes n-grams or measures families, one job after the other, and posts what it found. */
const task = workerData as MeasureTask;
const post = (message: MeasureMessage): void => parentPort?.postMessage(message);

parentPort?.on("message", (job: MeasureJob) => {
  if (job.kind === "index") {
    const index = ngramIndex(task.corpus, { memory: (bytes) => new SharedArrayBuffer(bytes) });
    post({ columns: Array.from({ length: job.orders }, (_, order) => index.column(order + 1)) });
  } else {
    const index = ngramIndex(task.corpus, { known: job.columns });
    const progress = (family: typeof job.family, share: number): void => post({ family, share });
    post({ results: measureFamilies({ ...task, families: [job.family] }, progress, index) });
  }
});
