import type { Worker } from "node:worker_threads";
import type { Family } from "@corpulse/measurement";
import type { DocumentSketches } from "@corpulse/near-duplicates";
import type { NgramColumn, SharedMemoryHandle, TokenPart } from "@corpulse/tokens";
import type { EarlyPlan } from "./early-work.ts";
import type { FamilyResults } from "./family-results.ts";
import type { FamilyProgress, MeasureTask } from "./measure-families.ts";
import type { NgramsToTally } from "./ngram-jobs.ts";
import type { WorkerThreads } from "./worker-threads.ts";

/** What other threads have found of what a family needs beside n-grams. */
export type Known = Pick<MeasureTask, "sketches" | "documentFrequencies">;

/**
 * What a thread is asked to do: give the column of single tokens, number the n-grams of the next order, count them, do both, give
 * the sketches of all documents, or measure a family over columns that are there.
 */
export type MeasureJob =
  | { readonly kind: "single" }
  | { readonly kind: "number" }
  | { readonly kind: "extend" }
  | { readonly kind: "tally"; readonly ngrams: NgramsToTally }
  | { readonly kind: "sketch" }
  | {
      readonly kind: "family";
      readonly family: Family;
      readonly columns: readonly NgramColumn[];
      readonly known: Known;
    };

/** All that a thread can be told. */
export type MeasureRequest =
  | { readonly kind: "follow"; readonly plan: EarlyPlan }
  | { readonly kind: "growth"; readonly growth: TokenPart }
  | { readonly kind: "measure"; readonly task: ThreadTask }
  | MeasureJob;

/** What a thread says: how far it is, or what came of its job. */
export type MeasureMessage =
  | { readonly family: Family; readonly share: number }
  | { readonly column: NgramColumn }
  | NgramsToTally
  | { readonly sketches: DocumentSketches }
  | { readonly results: FamilyResults };

/** What to measure, for a thread that has followed the corpus, or with the corpus for one that has not. */
export type ThreadTask = Omit<MeasureTask, "corpus"> & Partial<ThreadCorpus>;

/** A corpus and where it lies. */
interface ThreadCorpus extends Pick<MeasureTask, "corpus"> {
  readonly memory: SharedMemoryHandle;
}

/** What comes of any job, and of one that is known. */
type JobResult = Exclude<MeasureMessage, { share: number }>;
type ResultOf<Job extends MeasureJob> = Job extends { kind: "number" }
  ? NgramsToTally
  : Job extends { kind: "sketch" }
    ? { readonly sketches: DocumentSketches }
    : Job extends { kind: "family" }
      ? { readonly results: FamilyResults }
      : { readonly column: NgramColumn };

interface WaitingJob {
  readonly resolve: (result: JobResult) => void;
  readonly reject: (failure: Error) => void;
  readonly onProgress: FamilyProgress;
}

/** A thread that measures one corpus, one job after the other; it may follow the corpus while that is being read. */
export class MeasureThread {
  readonly #threads: WorkerThreads;
  readonly #worker: Worker;
  readonly #waiting: WaitingJob[] = [];
  #failure: Error | undefined;

  constructor(threads: WorkerThreads) {
    this.#threads = threads;
    this.#worker = threads.take();
    this.#worker.on("message", (message: MeasureMessage) => this.#hear(message));
    // It may end before its first job, or between two.
    this.#worker.on("error", (error: Error) => this.#fail(error));
    this.#worker.on("exit", (code) => this.#fail(new Error(`Cannot measure: a worker thread ended with code ${code}`)));
  }

  /** Says what to do with a corpus while it grows. */
  follow(plan: EarlyPlan): void {
    this.#post({ kind: "follow", plan });
  }

  /** Says what has been read. */
  grow(growth: TokenPart): void {
    this.#post({ kind: "growth", growth });
  }

  /** Says what to measure. */
  begin(task: ThreadTask): void {
    this.#post({ kind: "measure", task });
  }

  /** Gives the thread a job, which it does after those that it has. */
  run<Job extends MeasureJob>(job: Job, onProgress: FamilyProgress): Promise<ResultOf<Job>> {
    return new Promise((resolve, reject) => {
      if (this.#failure !== undefined) return reject(this.#failure);
      // What comes first is the answer to what was asked first.
      this.#waiting.push({ resolve: resolve as (result: JobResult) => void, reject, onProgress });
      this.#post(job);
    });
  }

  /** Ends the thread, which has no job any more. */
  end(): void {
    this.#threads.stop(this.#worker);
  }

  #hear(message: MeasureMessage): void {
    if ("share" in message) this.#waiting[0]?.onProgress(message.family, message.share);
    else this.#waiting.shift()?.resolve(message);
  }

  #fail(failure: Error): void {
    this.#failure ??= failure;
    for (const { reject } of this.#waiting.splice(0)) reject(this.#failure);
  }

  #post(request: MeasureRequest): void {
    this.#worker.postMessage(request);
  }
}
