import { Worker } from "node:worker_threads";
import type { RecordBlock } from "@corpulse/corpus";
import type { IngestedBlock } from "./ingest-block.ts";
import { workerFile } from "./worker-file.ts";

/** What every thread of the pool does with its blocks. */
export interface IngestSettings {
  readonly text: string | undefined;
  readonly tokenizer: string;
  readonly keepCase: boolean;
}

interface Ingesting {
  readonly resolve: (ingested: IngestedBlock) => void;
  readonly reject: (error: Error) => void;
}

/** A thread and the blocks it has been given, in order. */
class IngestThread {
  readonly #worker: Worker;
  readonly #waiting: Ingesting[] = [];

  constructor(settings: IngestSettings) {
    this.#worker = new Worker(workerFile("ingest-worker"), { workerData: settings });
    this.#worker.on("message", (ingested: IngestedBlock) => this.#waiting.shift()?.resolve(ingested));
    this.#worker.on("error", (error: Error) => this.#failAll(error));
    this.#worker.on("exit", (code) => this.#failAll(new Error(`Cannot read: a worker thread ended with code ${code}`)));
  }

  get load(): number {
    return this.#waiting.length;
  }

  ingest(block: RecordBlock): Promise<IngestedBlock> {
    // A copy of its own, which can be handed over: the reader's chunk may hold the beginning of the next block too.
    const bytes = new Uint8Array(block.bytes);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#worker.postMessage({ ...block, bytes }, [bytes.buffer]);
    });
  }

  end(): Promise<number> {
    return this.#worker.terminate();
  }

  #failAll(error: Error): void {
    for (const { reject } of this.#waiting.splice(0)) reject(error);
  }
}

/** Threads that parse and tokenize blocks side by side. */
export class IngestPool {
  readonly #threads: readonly IngestThread[];

  constructor(settings: IngestSettings, threads: number) {
    this.#threads = Array.from({ length: threads }, () => new IngestThread(settings));
  }

  /** Gives a block to the thread that has the least to do. */
  ingest(block: RecordBlock): Promise<IngestedBlock> {
    return this.#threads.reduce((least, thread) => (thread.load < least.load ? thread : least)).ingest(block);
  }

  async end(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.end()));
  }
}
