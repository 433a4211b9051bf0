import { blockReader, type CorpusReader } from "@corpulse/corpus";
import type { TokenCorpusBuilder, Tokenizer } from "@corpulse/tokens";
import { BlockMemory } from "./block-memory.ts";
import { type IngestedBlock, ingestBlock } from "./ingest-block.ts";
import { IngestPool } from "./ingest-pool.ts";
import type { IngestSettings } from "./ingest-thread.ts";
import type { WorkerThreads } from "./worker-threads.ts";

/** How the blocks of a corpus are ingested. */
export interface IngestOptions extends IngestSettings {
  /** The field of the vectors; they are checked against one another, so they keep the work in one thread. */
  readonly vectors: string | undefined;
  readonly workers: number;
  /** Where threads are taken from. */
  readonly threads: WorkerThreads;
  /** The usual size of a block. */
  readonly blockBytes: number;
}

/** So much is ingested in place sooner than a thread starts. */
const BYTES_IN_PLACE = 4 << 20;

/**
 * Reads, parses and tokenizes a corpus into a builder. Blocks come to the builder in their order, whatever thread they went
 * through, so that the builder's numbers do not depend on threads.
 */
export async function* ingestBlocks(
  reader: CorpusReader,
  tokenizer: Tokenizer,
  builder: TokenCorpusBuilder,
  { workers, threads, vectors, blockBytes, ...settings }: IngestOptions,
): AsyncGenerator<IngestedBlock> {
  const memory = new BlockMemory(blockBytes);
  const read = blockReader({ text: settings.text, vectors });
  const alone = workers < 2 || vectors !== undefined;
  const start = (): IngestPool =>
    new IngestPool(settings, { among: threads, count: workers }, { read, tokenizer, builder });
  // Gzip data expands, and of standard input nobody knows: there, threads start when enough has come.
  let pool = !alone && (reader.storedBytes ?? 0) > BYTES_IN_PLACE ? start() : undefined;
  let bytes = 0;
  try {
    for await (const block of reader.blocks(memory.allocate)) {
      bytes += block.bytes.length;
      if (!alone && bytes > BYTES_IN_PLACE) pool ??= start();
      if (pool?.ready !== true) {
        yield ingestBlock(block, read, builder);
        memory.release(block.bytes);
        continue;
      }
      while (pool.settled || !pool.hasRoom) {
        const appended = await pool.append();
        memory.release(appended.block.bytes);
        yield appended.ingested;
      }
      pool.give(block);
    }
    if (pool === undefined) return;
    for await (const { ingested } of pool.appendAll()) yield ingested;
  } finally {
    pool?.end();
  }
}
