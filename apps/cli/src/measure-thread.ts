import type { Worker } from "node:worker_threads";
import type { Family } from "@corpulse/measurement";
import type { NgramColumn } from "@corpulse/tokens";
import type { FamilyResults } from "./family-results.ts";
import type { FamilyProgress, MeasureTask } from "./measure-families.ts";
import type { WorkerRequest } from "./worker.ts";
import type { WorkerThreads } from "./worker-threads.ts";

/** What a thread is asked to do: index the n-grams of the corpus, or measure a family over columns that are there. */
export type MeasureJob =
  | { readonly kind: "index"; readonly orders: number }
  | { readonly kind: "family"; readonly family: Family; readonly columns: readonly NgramColumn[] };

/** What a thread says: how far it is, or what came of its job. */
export type MeasureMessage =
  | { readonly family: Family; readonly share: number }
  | { readonly columns: readonly NgramColumn[] }
  | { readonly results: FamilyResults };

/** A thread that measures one corpus, one job at a time. */
export class MeasureThread {
  readonly #worker: Worker;

  constructor(threads: WorkerThreads, task: MeasureTask) {
    this.#worker = threads.take();
    this.#post({ kind: "measure", task });
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
      this.#post(job);
    });
  }

  #post(request: WorkerRequest): void {
    this.#worker.postMessage(request);
  }
}
