import type { BlockOutcome, BlockRecords, RecordBlock } from "@corpulse/corpus";
import { type TokenCorpus, TokenCorpusBuilder, type Tokenizer } from "@corpulse/tokens";
import { type ExcerptColumn, Excerpts } from "./excerpts.ts";

/** What the lines of a block came to, in columns: plain data, so that it can come from another thread. */
export interface IngestedBlock {
  readonly corpus: TokenCorpus;
  /** For each document its line and the byte at which that line begins. */
  readonly line: Uint32Array;
  readonly byte: Float64Array;
  readonly excerpts: ExcerptColumn;
  /** The vectors that came with the data, one a document; empty when none were asked for. */
  readonly vectors: readonly Float64Array[];
  readonly outcome: BlockOutcome;
}

/** Parses, tokenizes and lets go of the texts of one block. */
export function ingestBlock(
  block: RecordBlock,
  read: (block: RecordBlock) => BlockRecords,
  tokenizer: Tokenizer,
): IngestedBlock {
  const { documents, rejects, blank } = read(block);
  const builder = new TokenCorpusBuilder({ tokenizer });
  const excerpts = new Excerpts();
  for (const { text } of documents) {
    builder.add(text);
    excerpts.add(text);
  }
  return {
    corpus: builder.finish(),
    line: Uint32Array.from(documents, ({ line }) => line),
    byte: Float64Array.from(documents, ({ byte }) => byte),
    excerpts: excerpts.finish(),
    vectors: documents.flatMap(({ vector }) => vector ?? []),
    outcome: { input: block.input, documents: documents.length, rejects, blank },
  };
}
