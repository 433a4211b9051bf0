import type { CorpusDocument } from "./corpus-document.ts";
import type { AllocateBlock } from "./line-splitter.ts";
import type { BlockOutcome, RecordBlock } from "./record-block.ts";
import type { Reject, RejectReason } from "./reject.ts";

/** How an input is cut into records: a JSON value a line, or a text a line. */
export type InputFormat = "jsonl" | "text";

/** How an input is stored. */
export type Compression = "none" | "gzip";

/** What was read from one input. */
export interface InputSummary {
  /** As the user named it. */
  readonly path: string;
  readonly format: InputFormat;
  readonly compression: Compression;
  /** Of the text, after decompression. */
  readonly bytes: number;
  readonly documents: number;
  readonly rejected: number;
  /** Lines and texts with nothing but white space, which are no documents. */
  readonly blank: number;
}

/** What was read in all. */
export interface CorpusSummary {
  /** One entry for each input that has been read, in order. */
  readonly inputs: readonly InputSummary[];
  /** The first hundred rejects. */
  readonly rejects: readonly Reject[];
  /** How many records were rejected, for each reason. */
  readonly rejected: Readonly<Partial<Record<RejectReason, number>>>;
}

/** Which part of a record is the text of its document. */
export interface ChosenSelector {
  /** The path or the template; `undefined` when no input has records. */
  readonly text: string | undefined;
  /** Whether it was found by looking at the records. */
  readonly detected: boolean;
  /** One line for the user, with how to choose another one when it was detected. */
  readonly sentence: string;
}

/** An open corpus. */
export interface CorpusReader {
  /** Which part of a record is its text, and how that was settled. */
  readonly selector: ChosenSelector;
  /** The inputs that paths and patterns led to, in the order in which documents number them. */
  readonly inputs: readonly string[];
  /** How many bytes the inputs have as they are stored; `null` when standard input takes part. */
  readonly storedBytes: number | null;
  /**
   * Reads all documents, once and in order, in batches as they arrive. A batch is never empty.
   *
   * @throws {CorpusError} when an input cannot be read whole; at the end, when more records were rejected than may be, or
   * when there was no document at all
   */
  documents(): AsyncGenerator<readonly CorpusDocument[]>;
  /**
   * Reads the same lines, once and in order, without looking at them: for callers that share the looking among threads with
   * `blockReader`. They owe an `account` for each block, in order, and a `close` at the end. The bytes of a block lie in memory
   * that `allocate` gives, by default in new memory.
   *
   * @throws {CorpusError} when an input cannot be read whole
   */
  blocks(allocate?: AllocateBlock): AsyncGenerator<RecordBlock>;
  /** Takes note of what became of a block. */
  account(outcome: BlockOutcome): void;
  /**
   * The text of the document whose line begins at a byte of an input that is a plain file. The file is opened again.
   *
   * @throws {CorpusError} when the file is not the one that was read, or cannot be read
   */
  textAt(input: number, byte: number): string;
  /** @throws {CorpusError} when more records were rejected than may be, or there was no document at all */
  close(): void;
  /** What has been read: complete when all documents have been. */
  summary(): CorpusSummary;
}
