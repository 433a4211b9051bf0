import type { CorpusDocument } from "./corpus-document.ts";
import type { InputFormat } from "./corpus-reader.ts";
import type { LineBlock } from "./line-splitter.ts";
import type { Reject } from "./reject.ts";

/** Whole lines of one input that have not been looked at yet: plain data, so that another thread can be given them. */
export interface RecordBlock extends LineBlock {
  /** The number of the input. */
  readonly input: number;
  readonly format: InputFormat;
  /** Whether its lines can be read again by their bytes: the input is a plain file. */
  readonly rereadable: boolean;
}

/** What became of the lines of a block. */
export interface BlockRecords {
  readonly documents: readonly CorpusDocument[];
  /** The records that became no documents, in order. */
  readonly rejects: readonly Reject[];
  /** Lines and texts with nothing but white space. */
  readonly blank: number;
}

/** The places of the documents of a block, whose texts have gone to a sink, and what else became of its lines. */
export interface BlockPlaces extends Omit<BlockRecords, "documents"> {
  /** For each document its line and the byte at which that line begins. */
  readonly line: Uint32Array;
  readonly byte: Float64Array;
  /** The vectors that came with the data, one a document; empty when none were asked for. */
  readonly vectors: readonly Float64Array[];
}

/** The outcome of a block in numbers, which a reader must be told before it can say what was read. */
export interface BlockOutcome {
  readonly input: number;
  /** How many lines became documents. */
  readonly documents: number;
  readonly rejects: readonly Reject[];
  readonly blank: number;
}
