import { availableParallelism } from "node:os";
import type { TokenCorpusBuilder } from "@corpulse/tokens";
import type { EarlyPlan } from "./early-work.ts";
import { MeasureThread } from "./measure-thread.ts";
import { nearDuplicateOptions } from "./near-duplicate-options.ts";
import { ordersFor } from "./orders-for.ts";
import type { Settings } from "./settings.ts";
import type { WorkerThreads } from "./worker-threads.ts";

/** Below this many tokens a thread costs more than it saves. */
const TOKENS_WORTH_A_THREAD = 200_000;

/** They are told so many tokens at once, lest they are woken all the time. */
const TOKENS_A_GROWTH = 1 << 18;

/** How large a corpus may get, and where it lies. */
export type CorpusRoom = Pick<EarlyPlan, "tokens" | "documents" | "memory">;

/**
 * Threads that follow a corpus while it is being read, and do what can be done early: tally words and find copies for its
 * n-grams, sketch its documents. They start when enough has been read.
 */
export class CorpusFollowers {
  readonly #threads: WorkerThreads;
  readonly #plans: readonly Pick<EarlyPlan, "orders" | "sketches">[];
  #members: readonly MeasureThread[] = [];
  /** How many tokens they have been told of. */
  #told = 0;

  constructor(threads: WorkerThreads, settings: Settings) {
    this.#threads = threads;
    this.#plans = plansFor(settings);
  }

  /** How many threads there will be if the corpus is large enough. */
  get planned(): number {
    return this.#plans.length;
  }

  /** Those that have started. The first one indexes n-grams. */
  get members(): readonly MeasureThread[] {
    return this.#members;
  }

  /** The one that sketches documents. */
  get sketcher(): MeasureThread | undefined {
    return this.#members.find((_, at) => this.#plans[at].sketches !== null);
  }

  /** Tells the threads what is being read, now and then. */
  follow(builder: TokenCorpusBuilder, room: CorpusRoom): void {
    if (builder.tokens < TOKENS_WORTH_A_THREAD) return;
    // Sooner they would only take time from the thread that has just begun to read.
    if (this.#members.length === 0) this.#start(room);
    if (builder.tokens - this.#told >= TOKENS_A_GROWTH) this.tell(builder);
  }

  /** Tells the threads what has been read, if there are any. */
  tell(builder: TokenCorpusBuilder): void {
    this.#told = builder.tokens;
    if (this.#members.length === 0) return;
    const growth = builder.growth();
    for (const member of this.#members) member.grow(growth);
  }

  #start(room: CorpusRoom): void {
    this.#members = this.#plans.map((plan) => {
      const member = new MeasureThread(this.#threads);
      member.follow({ ...plan, ...room });
      return member;
    });
  }
}

/**
 * What each thread does early: none do anything when there is to be one thread, and one does all when there are to be two and
 * near-duplicates are all that is measured, for then there is the one that reads.
 */
function plansFor(settings: Settings): readonly Pick<EarlyPlan, "orders" | "sketches">[] {
  const { families, workers = availableParallelism() } = settings;
  const measured = families.filter((family) => family !== "size");
  if (workers < 2 || measured.length === 0) return [];
  const orders = ordersFor(settings);
  const options = nearDuplicateOptions(settings);
  const sketches = measured.includes("near-duplicates") ? options : null;
  // Characters are sketched in the end, when the other thread indexes; and what comes next must not wait for sketches.
  const together = workers === 2 && options.shingle.unit === "words" && measured.length === 1;
  const first = { orders, sketches: together ? sketches : null };
  const second = { orders: 0, sketches: together ? null : sketches };
  // Pairs and longer n-grams are counted by one thread while another numbers them.
  return measured.length > 1 || orders > 1 || second.sketches !== null ? [first, second] : [first];
}
