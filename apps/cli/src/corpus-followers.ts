import { availableParallelism } from "node:os";
import type { TokenCorpusBuilder } from "@corpulse/tokens";
import type { EarlyPlan } from "./early-work.ts";
import { nearDuplicateOptions } from "./measure-families.ts";
import { MeasureThread } from "./measure-thread.ts";
import { ordersFor } from "./orders-for.ts";
import type { Settings } from "./settings.ts";
import type { WorkerThreads } from "./worker-threads.ts";

/** Below this many tokens a thread costs more than it saves. */
const TOKENS_WORTH_A_THREAD = 200_000;

/** They are told so many tokens at once, lest they are woken all the time. */
const TOKENS_A_GROWTH = 1 << 18;

/** How large a corpus may get. */
export type CorpusRoom = Pick<EarlyPlan, "tokens" | "documents">;

/**
 * Threads that follow a corpus while it is being read: one does what can be done early about its n-grams, the other sketches
 * documents, so that both are busy before there is anything to measure. They start when enough has been read.
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

  /** Those that have started: the first one indexes n-grams, the second one sketches documents. */
  get members(): readonly MeasureThread[] {
    return this.#members;
  }

  /** Tells the threads what is being read, now and then. */
  follow(builder: TokenCorpusBuilder, room: CorpusRoom): void {
    if (builder.tokens < TOKENS_WORTH_A_THREAD) return;
    if (this.#members.length === 0) this.#start(room);
    if (builder.tokens - this.#told >= TOKENS_A_GROWTH) this.#tell(builder);
  }

  /** Tells the threads what has been read, if there are any. */
  finish(builder: TokenCorpusBuilder): void {
    this.#tell(builder);
  }

  #tell(builder: TokenCorpusBuilder): void {
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

/** What each thread does early: none do anything when there is to be one thread. */
function plansFor(settings: Settings): readonly Pick<EarlyPlan, "orders" | "sketches">[] {
  const { families, workers = availableParallelism() } = settings;
  const measured = families.filter((family) => family !== "size");
  if (workers < 2 || measured.length === 0) return [];
  const indexing = { orders: ordersFor(settings), sketches: null };
  if (measured.includes("near-duplicates")) {
    return [indexing, { orders: 0, sketches: nearDuplicateOptions(settings) }];
  }
  // Pairs and longer n-grams are counted by one thread while another numbers them.
  const helps = measured.length > 1 || indexing.orders > 1;
  return helps ? [indexing, { orders: 0, sketches: null }] : [indexing];
}
