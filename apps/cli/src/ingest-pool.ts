import type { RecordBlock } from "@corpulse/corpus";
import type { TokenCorpusBuilder, TokenPart, Tokenizer } from "@corpulse/tokens";
import type { IngestedBlock, ReadBlock } from "./ingest-block.ts";
import { type IngestedPart, IngestLane } from "./ingest-lane.ts";
import { type IngestSettings, IngestThread } from "./ingest-thread.ts";
import { PARTS_WAITING } from "./part-ring.ts";
import type { WorkerThreads } from "./worker-threads.ts";

/** Blocks that a thread may have, the one it works on among them: it is never idle, and none does much after all others. */
const BLOCKS_A_THREAD = 2;

/** A thread, or this one, what appends its parts, and how many of them have not been appended. */
interface Member {
  readonly thread: IngestThread | null;
  readonly append: (part: TokenPart) => void;
  unappended: number;
}

interface Ingesting {
  readonly block: RecordBlock;
  readonly member: Member;
  readonly result: Promise<IngestedPart>;
  settled: boolean;
}

/** What this thread needs to do the work of one. */
export interface OwnWork {
  readonly read: ReadBlock;
  readonly tokenizer: Tokenizer;
  /** What all parts are appended to. */
  readonly builder: TokenCorpusBuilder;
}

/** A block that has been appended, and what it came to. */
export interface AppendedBlock {
  readonly block: RecordBlock;
  readonly ingested: IngestedBlock;
}

/** Threads that ingest blocks side by side, this one among them; what comes of the blocks is appended in their order. */
export class IngestPool {
  readonly #threads: readonly IngestThread[];
  readonly #members: readonly Member[];
  readonly #lane: IngestLane;
  readonly #queue: Ingesting[] = [];

  constructor(
    settings: IngestSettings,
    threads: { readonly among: WorkerThreads; readonly count: number },
    { read, tokenizer, builder }: OwnWork,
  ) {
    this.#threads = Array.from({ length: threads.count - 1 }, () => new IngestThread(threads.among, settings));
    this.#members = [...this.#threads, null].map((thread) => ({ thread, append: builder.appender(), unappended: 0 }));
    this.#lane = new IngestLane(read, tokenizer);
  }

  /** Whether a thread has started. */
  get ready(): boolean {
    return this.#threads.some(({ ready }) => ready);
  }

  /** Whether the first block that has been given and not been appended can be appended at once. */
  get settled(): boolean {
    return this.#queue.length > 0 && this.#queue[0].settled;
  }

  /** Whether a block can be given. */
  get hasRoom(): boolean {
    return this.#free() !== undefined;
  }

  /** Gives a block to the thread that has the least to do; when all have enough, it is ingested here and now. */
  give(block: RecordBlock): void {
    const member = this.#free() ?? this.#members[0];
    member.unappended++;
    const result = member.thread?.ingest(block) ?? Promise.resolve(this.#lane.ingest(block));
    const ingesting: Ingesting = { block, member, result, settled: member.thread === null };
    // One that fails while another is waited for must not end the process before its turn comes.
    const settle = (): void => void (ingesting.settled = true);
    result.then(settle, settle);
    this.#queue.push(ingesting);
  }

  /** Waits for the first block that has not been appended, and appends it. */
  async append(): Promise<AppendedBlock> {
    const { block, member, result } = this.#queue[0];
    const { ingested, part } = await result;
    this.#queue.shift();
    member.append(part);
    member.unappended--;
    return { block, ingested };
  }

  /** Appends all blocks that have been given. */
  async *appendAll(): AsyncGenerator<AppendedBlock> {
    while (this.#queue.length > 0) yield await this.append();
  }

  /** Lets go of the threads. */
  end(): void {
    for (const thread of this.#threads) thread.end();
  }

  #free(): Member | undefined {
    const open = this.#members.filter(
      ({ thread, unappended }) => unappended < PARTS_WAITING && (thread?.load ?? 0) < BLOCKS_A_THREAD,
    );
    // The last member, this thread, is as busy as can be.
    const load = ({ thread }: Member): number => thread?.load ?? BLOCKS_A_THREAD;
    return open.toSorted((a, b) => load(a) - load(b))[0];
  }
}
