import { blockReader, type CorpusReader } from "@corpulse/corpus";
import type { Tokenizer } from "@corpulse/tokens";
import { type IngestedBlock, ingestBlock } from "./ingest-block.ts";
import { IngestPool, type IngestSettings } from "./ingest-pool.ts";

/** How the blocks of a corpus are ingested. */
export interface IngestOptions extends IngestSettings {
  /** The field of the vectors; they are checked against one another, so they keep the work in one thread. */
  readonly vectors: string | undefined;
  readonly threads: number;
}

/** Blocks of a megabyte: so many are ingested in place before threads are worth starting. */
const BLOCKS_IN_PLACE = 4;

/** Blocks that each thread may have waiting: enough to keep it busy, few enough to keep little in memory. */
const BLOCKS_A_THREAD = 3;

/** Reads, parses and tokenizes a corpus; blocks come out in their order, whatever thread they went through. */
export async function* ingestBlocks(
  reader: CorpusReader,
  tokenizer: Tokenizer,
  { threads, vectors, ...settings }: IngestOptions,
): AsyncGenerator<IngestedBlock> {
  const read = blockReader({ text: settings.text, vectors });
  const alone = threads < 2 || vectors !== undefined;
  const waiting: Promise<IngestedBlock>[] = [];
  let pool: IngestPool | undefined;
  let blocks = 0;
  try {
    for await (const block of reader.blocks()) {
      if (alone || blocks++ < BLOCKS_IN_PLACE) {
        yield ingestBlock(block, read, tokenizer);
        continue;
      }
      pool ??= new IngestPool(settings, threads);
      const ingesting = pool.ingest(block);
      // One that fails while another is waited for must not end the process before its turn comes.
      ingesting.catch(() => {});
      waiting.push(ingesting);
      if (waiting.length >= threads * BLOCKS_A_THREAD) yield await (waiting.shift() as Promise<IngestedBlock>);
    }
    for (const ingesting of waiting) yield await ingesting;
  } finally {
    await pool?.end();
  }
}
