import type { Family } from "@corpulse/measurement";
import { type Memory, ngramIndex, SharedMemory } from "@corpulse/tokens";
import { EarlyWork } from "./early-work.ts";
import { measureFamilies, type MeasureTask } from "./measure-families.ts";
import { NgramJobs } from "./ngram-jobs.ts";
import type { MeasureJob, MeasureMessage, MeasureRequest, ThreadTask } from "./measure-thread.ts";

/** No more often is anybody shown how far work is. */
const PROGRESS_MS = 80;

/** What jobs work on. */
interface Begun {
  readonly task: MeasureTask;
  readonly memory: Memory;
  readonly ngrams: NgramJobs;
}

/** What a thread does about one corpus: first what can be done while it is being read, if it is told to, then one job after the other. */
export class Measuring {
  readonly #post: (message: MeasureMessage) => void;
  #early: EarlyWork | undefined;
  #begun: Begun | undefined;
  /** When it said last how far it is. */
  #told = Number.NEGATIVE_INFINITY;

  /** Posts what comes of jobs. */
  constructor(post: (message: MeasureMessage) => void) {
    this.#post = post;
  }

  /** Does what the thread is asked to. */
  take(request: MeasureRequest): void {
    if (request.kind === "follow") this.#early = new EarlyWork(request.plan);
    else if (request.kind === "growth") this.#early?.follow(request.growth);
    else if (request.kind === "measure") this.#begin(request.task);
    else this.#run(request);
  }

  /** Says how far it is, now and then: each message wakes the thread that hears it. */
  #tell(family: Family, share: number): void {
    const now = performance.now();
    if (now - this.#told < PROGRESS_MS) return;
    this.#told = now;
    this.#post({ family, share });
  }

  #begin(task: ThreadTask): void {
    const corpus = task.corpus ?? this.#early?.corpus;
    if (corpus === undefined) throw new Error("Cannot measure: there must be a corpus, current value is undefined");
    const { ngrams = null, memory = SharedMemory.at(task.memory ?? null) } = this.#early ?? {};
    this.#begun = { task: { ...task, corpus }, memory, ngrams: new NgramJobs(corpus, ngrams, memory) };
  }

  #run(job: MeasureJob): void {
    if (this.#begun === undefined)
      throw new Error(`Cannot do a job: measuring must have begun, current value is ${job.kind}`);
    this.#post(this.#resultOf(job, this.#begun));
  }

  #resultOf(job: MeasureJob, { task, memory, ngrams }: Begun): MeasureMessage {
    if (job.kind === "single") return { column: ngrams.single() };
    if (job.kind === "number") return ngrams.number();
    if (job.kind === "tally") return { column: ngrams.tally(job.ngrams) };
    if (job.kind === "extend") return { column: ngrams.tally(ngrams.number()) };
    if (job.kind === "sketch") {
      const sketches = this.#early?.sketcher?.sketches(task.corpus);
      if (sketches !== undefined) return { sketches };
      throw new Error("Cannot give sketches: the thread must have been told to sketch, current value is undefined");
    }
    const { family, columns, known } = job;
    const progress = (_: typeof family, share: number): void => this.#tell(family, share);
    const only = { ...task, families: [family], ...known };
    return { results: measureFamilies(only, progress, ngramIndex(task.corpus, { known: columns, memory })) };
  }
}
