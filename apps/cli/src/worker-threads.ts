import { Worker } from "node:worker_threads";

/** The program of a thread, beside this file: a source when this one is, else built. */
function program(): URL {
  return new URL(`./worker.${import.meta.url.endsWith(".ts") ? "ts" : "js"}`, import.meta.url);
}

/** The threads of one run. One that has done its work is kept: it has loaded the program, and begins with the next work at once. */
export class WorkerThreads {
  readonly #idle: Worker[] = [];
  readonly #all = new Set<Worker>();
  #ending: Promise<unknown> = Promise.resolve();

  /** A thread that has nothing to do. */
  take(): Worker {
    const idle = this.#idle.pop();
    if (idle !== undefined) return idle;
    const worker = new Worker(program());
    this.#all.add(worker);
    // Whoever gives it work says what an error or an end means. One that ends while it has none is not taken again.
    worker.on("error", () => {});
    worker.on("exit", () => {
      const at = this.#idle.indexOf(worker);
      if (at >= 0) this.#idle.splice(at, 1);
    });
    return worker;
  }

  /** Takes back a thread that has nothing more to do, and to whose messages nobody listens. */
  giveBack(worker: Worker): void {
    this.#idle.push(worker);
  }

  /** Stops a thread that nobody needs any more: others go on while it lets go of its memory. */
  stop(worker: Worker): void {
    if (!this.#all.delete(worker)) return;
    this.#ending = Promise.all([this.#ending, worker.terminate()]);
  }

  /** Stops all threads, whatever they do, and waits until they have ended. */
  async end(): Promise<void> {
    for (const worker of this.#all) this.stop(worker);
    await this.#ending;
  }
}
