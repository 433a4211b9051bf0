import { Worker } from "node:worker_threads";
import type { RecordBlock } from "@corpulse/corpus";
import type { IngestedPart } from "./ingest-lane.ts";
import { workerFile } from "./worker-file.ts";

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
  readonly #worker: Worker;
  readonly #waiting: Ingesting[] = [];
  /** Whether it has started. */
  ready = false;
  #failure: Error | undefined;

  constructor(settings: IngestSettings) {
    this.#worker = new Worker(workerFile("ingest-worker"), { workerData: settings });
    this.#worker.on("message", (message: IngestMessage) => {
      if (message === "ready") this.ready = true;
      else this.#waiting.shift()?.resolve(message);
    });
    this.#worker.on("error", (error: Error) => this.#fail(error));
    this.#worker.on("exit", (code) => this.#fail(new Error(`Cannot read: a worker thread ended with code ${code}`)));
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
      else this.#worker.postMessage(block);
    });
  }

  end(): Promise<number> {
    return this.#worker.terminate();
  }

  #fail(error: Error): void {
    // A thread that ends before its first block is as good as one that is ready: the block will say so.
    this.ready = true;
    this.#failure ??= error;
    for (const { reject } of this.#waiting.splice(0)) reject(this.#failure);
  }
}
