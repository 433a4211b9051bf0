import { parentPort, workerData } from "node:worker_threads";
import { measureFamilies, type MeasureTask } from "./measure-families.ts";

/** A worker thread that measures its share of the families and posts what it found. */
const results = measureFamilies(workerData as MeasureTask, (family, share) =>
  parentPort?.postMessage({ family, share }),
);
parentPort?.postMessage({ results });
