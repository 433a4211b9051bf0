import type { ChosenSelector } from "./choose-selector.ts";
import { CorpusError } from "./corpus-error.ts";
import type { FieldPath } from "./field-path.ts";
import { type InputFormat, inputFormat } from "./input-format.ts";
import { LineSplitter } from "./line-splitter.ts";
import { type ByteOptions, type Compression, type OpenInput, openBytes } from "./open-bytes.ts";
import type { Selector } from "./parse-selector.ts";
import { type CorpusDocument, RecordReader, type RecordRules } from "./record-reader.ts";
import type { Reject, RejectReason } from "./reject.ts";
import { RejectLog } from "./reject-log.ts";
import { type Input, STDIN } from "./resolve-inputs.ts";
import { visible } from "./visible.ts";

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

/** Everything that is settled before the first document is read. */
export interface OpenCorpus {
  readonly inputs: readonly Input[];
  readonly selector: ChosenSelector;
  readonly select: Selector;
  readonly vectors: FieldPath | null;
  readonly bytes: ByteOptions;
  /** Standard input when it has been opened already. */
  readonly stdin: OpenInput | null;
  readonly recordBytes: number;
  readonly maxBadRecords: number;
}

/** An open corpus: its documents can be read once, in batches. */
export class CorpusReader {
  /** Which part of a record is its text, and how that was settled. */
  readonly selector: ChosenSelector;
  /** The inputs that paths and patterns led to, in the order in which documents number them. */
  readonly inputs: readonly string[];
  readonly #corpus: OpenCorpus;
  readonly #rejects = new RejectLog();
  readonly #summaries: InputSummary[] = [];
  #started = false;

  /** Made by `openCorpus`. */
  constructor(corpus: OpenCorpus) {
    this.#corpus = corpus;
    this.selector = corpus.selector;
    this.inputs = corpus.inputs.map(pathOf);
  }

  /**
   * Reads all documents, in order, in batches as they arrive. A batch is never empty.
   *
   * @throws {CorpusError} when an input cannot be read whole; at the end, when more records were rejected than may be, or
   * when there was no document at all
   */
  async *documents(): AsyncGenerator<readonly CorpusDocument[]> {
    if (this.#started) throw new TypeError("Cannot read the documents: they can be read once, current value is twice");
    this.#started = true;
    const { inputs, select, vectors, recordBytes, maxBadRecords } = this.#corpus;
    const rules: RecordRules = { select, vectors, recordBytes, rejects: this.#rejects, dimensions: null };
    for (let index = 0; index < inputs.length; index++) yield* this.#read(index, rules);
    this.#rejects.check(maxBadRecords, this.inputs);
    this.#refuseNothing();
  }

  /** What has been read: complete when all documents have been. */
  summary(): CorpusSummary {
    return { inputs: [...this.#summaries], rejects: [...this.#rejects.kept], rejected: this.#rejects.counts() };
  }

  async *#read(index: number, rules: RecordRules): AsyncGenerator<readonly CorpusDocument[]> {
    const { inputs, bytes: options, stdin } = this.#corpus;
    const opened = (inputs[index] === STDIN ? stdin : null) ?? (await openBytes(inputs[index], options));
    const path = this.inputs[index];
    const format = await inputFormat(path, opened.bytes);
    const records = new RecordReader(index, format, rules);
    const splitter = new LineSplitter(rules.recordBytes, opened.start);
    let bytes = opened.start;
    for await (const chunk of opened.bytes) {
      bytes += chunk.length;
      const block = splitter.push(chunk);
      const batch = block === null ? [] : records.read(block);
      if (batch.length > 0) yield batch;
    }
    const last = splitter.end();
    const batch = last === null ? [] : records.read(last);
    if (batch.length > 0) yield batch;
    const { documents, rejected, blank } = records;
    this.#summaries.push({ path, format, compression: opened.compression, bytes, documents, rejected, blank });
  }

  #refuseNothing(): void {
    if (this.#summaries.some(({ documents }) => documents > 0)) return;
    const blank = this.#summaries.reduce((sum, input) => sum + input.blank, 0);
    const rejected = this.#summaries.reduce((sum, input) => sum + input.rejected, 0);
    const [first, ...others] = this.inputs;
    const names = others.length === 0 ? visible(first) : `${visible(first)} and ${others.length} more`;
    const rule = "a corpus must hold at least one document";
    const found = `current value is 0 (${blank} blank, ${rejected} rejected)`;
    throw new CorpusError("no_documents", `Cannot read ${names}: ${rule}, ${found}`);
  }
}

function pathOf(input: Input): string {
  return input === STDIN ? STDIN : input.path;
}
