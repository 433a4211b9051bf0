import type { Worker } from "node:worker_threads";
import type { RecordBlock } from "@corpulse/corpus";
import type { IngestedPart } from "./ingest-lane.ts";
import type { WorkerRequest } from "./worker.ts";
import type { WorkerThreads } from "./worker-threads.ts";

/** What every thread does with its blocks. */
export interface IngestSettings {
  readonly text: string | undefined;
  readonly tokenizer: string;
  readonly keepCase: boolean;
}

/** What a thread says: that it can be given blocks, or what has become of one. */
export type IngestMessage = "ready" | IngestedPart;

interface Ingesting {
  readonly resolve: (ingested: IngestedPart) => void;
  readonly reject: (error: Error) => void;
}

/** A thread that parses and tokenizes the blocks it is given, in order. */
export class IngestThread {
  readonly #threads: WorkerThreads;
  readonly #worker: Worker;
  readonly #waiting: Ingesting[] = [];
  /** Whether it has started. */
  ready = false;
  #failure: Error | undefined;

  constructor(threads: WorkerThreads, settings: IngestSettings) {
    this.#threads = threads;
    this.#worker = threads.take();
    this.#worker.on("message", this.#hear).on("error", this.#fail).on("exit", this.#exit);
    this.#post({ kind: "ingest", settings });
  }

  /** How many blocks it has not answered yet. */
  get load(): number {
    return this.#waiting.length;
  }

  ingest(block: RecordBlock): Promise<IngestedPart> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      if (this.#failure !== undefined) this.#fail(this.#failure);
      // Its bytes lie in memory that both threads see.
      else this.#post({ kind: "block", block });
    });
  }

  /** Lets go of the thread, for other work if it has nothing left to do. */
  end(): void {
    this.#worker.off("message", this.#hear).off("error", this.#fail).off("exit", this.#exit);
    if (this.load === 0 && this.ready && this.#failure === undefined) this.#threads.giveBack(this.#worker);
  }

  #post(request: WorkerRequest): void {
    this.#worker.postMessage(request);
  }

  readonly #hear = (message: IngestMessage): void => {
    if (message === "ready") this.ready = true;
    else this.#waiting.shift()?.resolve(message);
  };

  readonly #fail = (error: Error): void => {
    // A thread that ends before its first block is as good as one that is ready: the block will say so.
    this.ready = true;
    this.#failure ??= error;
    for (const { reject } of this.#waiting.splice(0)) reject(this.#failure);
  };

  readonly #exit = (code: number): void =>
    this.#fail(new Error(`Cannot read: a worker thread ended with code ${code}`));
}
