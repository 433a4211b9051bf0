import { DocumentSketcher } from "@corpulse/near-duplicates";
import { type Memory, type NgramIndex, ngramIndex } from "@corpulse/tokens";
import { EarlyWork } from "./early-work.ts";
import { measureFamilies, type MeasureTask, nearDuplicateOptions } from "./measure-families.ts";
import type { MeasureJob, MeasureMessage, MeasureRequest, ThreadTask } from "./measure-thread.ts";

/** Memory that all threads see. */
const shared: Memory = (bytes) => new SharedArrayBuffer(bytes);

/** What a thread does about one corpus: first what can be done while it is being read, if it is told to, then one job after the other. */
export class Measuring {
  readonly #post: (message: MeasureMessage) => void;
  #early: EarlyWork | undefined;
  #begun: { readonly task: MeasureTask; readonly index: NgramIndex } | undefined;

  /** Posts what comes of jobs. */
  constructor(post: (message: MeasureMessage) => void) {
    this.#post = post;
  }

  /** Does what the thread is asked to. */
  take(request: MeasureRequest): void {
    if (request.kind === "follow") this.#early = new EarlyWork(request.plan, shared);
    else if (request.kind === "growth") this.#early?.follow(request.growth);
    else if (request.kind === "measure") this.#begin(request.task);
    else this.#run(request);
  }

  #begin(task: ThreadTask): void {
    const corpus = task.corpus ?? this.#early?.corpus;
    if (corpus === undefined) throw new Error("Cannot measure: there must be a corpus, current value is undefined");
    const early = this.#early?.ngrams ?? null;
    const index = ngramIndex(corpus, { memory: shared, ...(early && { early }) });
    this.#begun = { task: { ...task, corpus }, index };
  }

  #run(job: MeasureJob): void {
    if (this.#begun === undefined) throw new Error(`Cannot ${job.kind}: measuring has not begun`);
    const { task, index } = this.#begun;
    if (job.kind === "index") this.#post({ column: index.column(job.order) });
    else if (job.kind === "sketch") {
      const sketcher = this.#early?.sketcher ?? new DocumentSketcher({ ...nearDuplicateOptions(task), memory: shared });
      this.#post({ sketches: sketcher.sketches(task.corpus) });
    } else {
      const { family, columns, sketches } = job;
      const progress = (_: typeof family, share: number): void => this.#post({ family, share });
      const only = { ...task, families: [family], ...(sketches === undefined ? {} : { sketches }) };
      const results = measureFamilies(only, progress, ngramIndex(task.corpus, { known: columns }));
      this.#post({ results });
    }
  }
}
