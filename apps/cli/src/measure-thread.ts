import type { Worker } from "node:worker_threads";
import type { Family } from "@corpulse/measurement";
import type { DocumentSketches } from "@corpulse/near-duplicates";
import type { NgramColumn } from "@corpulse/tokens";
import type { FamilyResults } from "./family-results.ts";
import type { FamilyProgress, MeasureTask } from "./measure-families.ts";
import type { WorkerRequest } from "./worker.ts";
import type { WorkerThreads } from "./worker-threads.ts";

/** What a thread is asked to do: index the n-grams of the corpus, sketch its documents, or measure a family over columns that are there. */
export type MeasureJob =
  | { readonly kind: "index"; readonly orders: number }
  | { readonly kind: "sketch" }
  | {
      readonly kind: "family";
      readonly family: Family;
      readonly columns: readonly NgramColumn[];
      /** Of near-duplicates, where they have been made. */
      readonly sketches?: DocumentSketches;
    };

/** What a thread says: how far it is, or what came of its job. */
export type MeasureMessage =
  | { readonly family: Family; readonly share: number }
  | { readonly columns: readonly NgramColumn[] }
  | { readonly sketches: DocumentSketches }
  | { readonly results: FamilyResults };

/** A thread that measures one corpus, one job at a time. */
export class MeasureThread {
  readonly #worker: Worker;
  #failure: Error | undefined;
  #reject: (failure: Error) => void = () => {};

  constructor(threads: WorkerThreads, task: MeasureTask) {
    this.#worker = threads.take();
    // It may end before its first job, or between two.
    this.#worker.on("error", (error: Error) => this.#fail(error));
    this.#worker.on("exit", (code) => this.#fail(new Error(`Cannot measure: a worker thread ended with code ${code}`)));
    this.#post({ kind: "measure", task });
  }

  run(job: MeasureJob, onProgress: FamilyProgress): Promise<Exclude<MeasureMessage, { share: number }>> {
    return new Promise((resolve, reject) => {
      if (this.#failure !== undefined) return reject(this.#failure);
      this.#reject = reject;
      const said = (message: MeasureMessage): void => {
        if ("share" in message) return onProgress(message.family, message.share);
        this.#worker.off("message", said);
        resolve(message);
      };
      this.#worker.on("message", said);
      this.#post(job);
    });
  }

  #fail(failure: Error): void {
    this.#failure ??= failure;
    this.#reject(this.#failure);
  }

  #post(request: WorkerRequest): void {
    this.#worker.postMessage(request);
  }
}
