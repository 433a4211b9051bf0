import type { BlockPlaces, RecordBlock, TextSink } from "@corpulse/corpus";
import type { TokenCorpusBuilder } from "@corpulse/tokens";
import { type ExcerptColumn, Excerpts } from "./excerpts.ts";

/** What the lines of a block came to beside tokens: plain data, so that it can come from another thread. */
export interface IngestedBlock extends BlockPlaces {
  /** The number of the input. */
  readonly input: number;
  /** The beginnings of texts that cannot be read again; `null` when they can. */
  readonly excerpts: ExcerptColumn | null;
}

/** Reads the texts of a block. */
export type ReadBlock = (block: RecordBlock, sink: TextSink) => BlockPlaces;

/** Reads one block and adds its documents to a builder. */
export function ingestBlock(block: RecordBlock, read: ReadBlock, builder: TokenCorpusBuilder): IngestedBlock {
  const { input } = block;
  if (block.rereadable) return { ...read(block, builder), input, excerpts: null };
  const excerpts = new Excerpts();
  let text: Uint16Array = new Uint16Array(0);
  const sink: TextSink = {
    units: (length) => (text = builder.units(length)),
    addUnits(length) {
      excerpts.add(text, length);
      builder.addUnits(length);
    },
  };
  return { ...read(block, sink), input, excerpts: excerpts.finish() };
}
