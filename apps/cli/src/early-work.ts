import { DocumentSketcher, type SketchOptions } from "@corpulse/near-duplicates";
import {
  CorpusFollower,
  EarlyNgrams,
  SharedMemory,
  type SharedMemoryHandle,
  type TokenCorpus,
  type TokenPart,
} from "@corpulse/tokens";

/** What a thread does with a corpus while it is being read: plain data, so that the thread can be told. */
export interface EarlyPlan {
  /** Up to which order it is to index n-grams; 0 when it is not. */
  readonly orders: number;
  /** How it is to sketch documents; `null` where another thread does, or nobody needs it. */
  readonly sketches: SketchOptions | null;
  /** How large the corpus may get: where it gets larger, columns grow. */
  readonly tokens: number;
  readonly documents: number;
  /** Where the corpus lies, and what is found of it goes. */
  readonly memory: SharedMemoryHandle;
}

/** What can be done about a corpus in one reading, done while the rest of it is still being read. */
export class EarlyWork {
  readonly memory: SharedMemory;
  readonly ngrams: EarlyNgrams | null;
  readonly sketcher: DocumentSketcher | null;
  readonly #follower = new CorpusFollower();
  /** The corpus so far. */
  corpus: TokenCorpus | undefined;

  constructor({ orders, sketches, tokens, documents, memory: handle }: EarlyPlan) {
    const memory = SharedMemory.at(handle);
    this.memory = memory;
    this.ngrams = orders > 0 ? new EarlyNgrams(memory, tokens, orders) : null;
    this.sketcher = sketches && new DocumentSketcher({ ...sketches, memory, documents });
  }

  /** Takes what has been read. */
  follow(growth: TokenPart): void {
    this.corpus = this.#follower.follow(growth);
    this.ngrams?.read(this.corpus);
    this.sketcher?.read(this.corpus);
  }
}
