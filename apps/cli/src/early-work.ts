import { DocumentSketcher, type SketchOptions } from "@corpulse/near-duplicates";
import { CorpusFollower, EarlyNgrams, type Memory, type TokenCorpus, type TokenPart } from "@corpulse/tokens";

/** What a thread does with a corpus while it is being read: plain data, so that the thread can be told. */
export interface EarlyPlan {
  /** Up to which order it is to index n-grams; 0 when it is not. */
  readonly orders: number;
  /** How it is to sketch documents; `null` where another thread does, or nobody needs it. */
  readonly sketches: SketchOptions | null;
  /** How large the corpus may get: where it gets larger, columns grow. */
  readonly tokens: number;
  readonly documents: number;
}

/** What can be done about a corpus in one reading, done while the rest of it is still being read. */
export class EarlyWork {
  readonly ngrams: EarlyNgrams | null;
  readonly sketcher: DocumentSketcher | null;
  readonly #orders: number;
  readonly #follower = new CorpusFollower();
  #corpus: TokenCorpus | null = null;

  constructor({ orders, sketches, tokens, documents }: EarlyPlan, memory: Memory) {
    this.#orders = orders;
    this.ngrams = orders > 0 ? new EarlyNgrams(memory, tokens) : null;
    this.sketcher = sketches && new DocumentSketcher({ ...sketches, memory, documents });
  }

  /** The corpus so far. */
  get corpus(): TokenCorpus {
    if (this.#corpus === null) throw new Error("Cannot measure: there must be a corpus, current value is null");
    return this.#corpus;
  }

  /** Takes what has been read. */
  follow(growth: TokenPart): void {
    this.#corpus = this.#follower.follow(growth);
    this.ngrams?.read(this.#corpus, this.#orders);
    this.sketcher?.read(this.#corpus);
  }
}
