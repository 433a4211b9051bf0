import type { CorpusDocument } from "./corpus-document.ts";
import { CorpusError } from "./corpus-error.ts";
import type { ChosenSelector, CorpusReader, InputSummary } from "./corpus-reader.ts";
import type { FieldPath } from "./field-path.ts";
import { inputFormat } from "./input-format.ts";
import { LineSplitter } from "./line-splitter.ts";
import { type ByteOptions, type OpenInput, openBytes } from "./open-bytes.ts";
import type { Selector } from "./parse-selector.ts";
import { RecordReader, type RecordRules } from "./record-reader.ts";
import { RejectLog } from "./reject-log.ts";
import { type Input, STDIN } from "./resolve-inputs.ts";
import { visible } from "./visible.ts";

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

type Batches = AsyncGenerator<readonly CorpusDocument[]>;

const pathOf = (input: Input): string => (input === STDIN ? STDIN : input.path);

/** Reads one input and appends what became of it to the summaries. */
async function* readInput(corpus: OpenCorpus, input: number, rules: RecordRules, summaries: InputSummary[]): Batches {
  const source = corpus.inputs[input];
  const { bytes, compression, start } =
    (source === STDIN ? corpus.stdin : null) ?? (await openBytes(source, corpus.bytes));
  const path = pathOf(source);
  const format = await inputFormat(path, bytes);
  const records = new RecordReader(input, format, rules);
  const splitter = new LineSplitter(rules.recordBytes, start);
  let length = start;
  for await (const chunk of bytes) {
    length += chunk.length;
    const block = splitter.push(chunk);
    const batch = block === null ? [] : records.read(block);
    if (batch.length > 0) yield batch;
  }
  const last = splitter.end();
  const batch = last === null ? [] : records.read(last);
  if (batch.length > 0) yield batch;
  const { documents, rejected, blank } = records;
  summaries.push({ path, format, compression, bytes: length, documents, rejected, blank });
}

function refuseNothing(summaries: readonly InputSummary[]): void {
  if (summaries.some(({ documents }) => documents > 0)) return;
  const blank = summaries.reduce((sum, input) => sum + input.blank, 0);
  const rejected = summaries.reduce((sum, input) => sum + input.rejected, 0);
  const [{ path }, ...others] = summaries;
  const names = others.length === 0 ? visible(path) : `${visible(path)} and ${others.length} more`;
  const rule = "a corpus must hold at least one document";
  throw new CorpusError(
    "no_documents",
    `Cannot read ${names}: ${rule}, current value is 0 (${blank} blank, ${rejected} rejected)`,
  );
}

/** The reader of a corpus whose inputs and selector are settled. */
export function readCorpus(corpus: OpenCorpus): CorpusReader {
  const { selector, inputs, select, vectors, recordBytes, maxBadRecords } = corpus;
  const paths = inputs.map(pathOf);
  const rejects = new RejectLog();
  const summaries: InputSummary[] = [];
  let started = false;
  return {
    selector,
    inputs: paths,
    async *documents() {
      if (started) throw new TypeError("Cannot read the documents: they can be read once, current value is twice");
      started = true;
      const rules: RecordRules = { select, vectors, recordBytes, rejects, dimensions: null };
      for (let input = 0; input < inputs.length; input++) yield* readInput(corpus, input, rules, summaries);
      rejects.check(maxBadRecords, paths);
      refuseNothing(summaries);
    },
    summary: () => ({ inputs: [...summaries], rejects: [...rejects.kept], rejected: rejects.counts() }),
  };
}
