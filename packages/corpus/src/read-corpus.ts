import { CorpusError } from "./corpus-error.ts";
import type { ChosenSelector, CorpusReader, InputSummary } from "./corpus-reader.ts";
import type { FieldPath } from "./field-path.ts";
import { inputFormat } from "./input-format.ts";
import { type AllocateBlock, LineSplitter } from "./line-splitter.ts";
import { type ByteOptions, type OpenInput, openBytes } from "./open-bytes.ts";
import { readLineAt } from "./read-line-at.ts";
import type { Selector } from "./parse-selector.ts";
import type { RecordBlock } from "./record-block.ts";
import { RecordReader } from "./record-reader.ts";
import { RejectLog } from "./reject-log.ts";
import { inputName, STDIN } from "./input-name.ts";
import type { Input } from "./resolve-inputs.ts";

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

/** The summary of an input while it is being read. */
type OpenSummary = { -readonly [Field in keyof InputSummary]: InputSummary[Field] };

const pathOf = (input: Input): string => (input === STDIN ? STDIN : input.path);

/** The lines of one input in blocks, its summary begun when it is opened. */
async function* readInput(
  corpus: OpenCorpus,
  input: number,
  summaries: OpenSummary[],
  allocate?: AllocateBlock,
): AsyncGenerator<RecordBlock> {
  const source = corpus.inputs[input];
  const { bytes, compression, start } =
    (source === STDIN ? corpus.stdin : null) ?? (await openBytes(source, corpus.bytes));
  const path = pathOf(source);
  const format = await inputFormat(path, bytes);
  const summary = { path, format, compression, bytes: start, documents: 0, rejected: 0, blank: 0 };
  summaries.push(summary);
  const rereadable = source !== STDIN && compression === "none";
  const splitter = new LineSplitter(corpus.recordBytes, start, allocate);
  for await (const chunk of bytes) {
    summary.bytes += chunk.length;
    const block = splitter.push(chunk);
    if (block !== null) yield { ...block, input, format, rereadable };
  }
  const last = splitter.end();
  if (last !== null) yield { ...last, input, format, rereadable };
}

function refuseNothing(summaries: readonly InputSummary[]): void {
  if (summaries.some(({ documents }) => documents > 0)) return;
  const blank = summaries.reduce((sum, input) => sum + input.blank, 0);
  const rejected = summaries.reduce((sum, input) => sum + input.rejected, 0);
  const [{ path }, ...others] = summaries;
  const names = others.length === 0 ? inputName(path) : `${inputName(path)} and ${others.length} more`;
  const rule = "a corpus must hold at least one document";
  throw new CorpusError(
    "no_documents",
    `Cannot read ${names}: ${rule}, current value is 0 (${blank} blank, ${rejected} rejected)`,
  );
}

/** The reader of a corpus whose inputs and selector are settled. */
export function readCorpus(corpus: OpenCorpus): CorpusReader {
  const { selector, inputs, maxBadRecords } = corpus;
  const paths = inputs.map(pathOf);
  const rejects = new RejectLog();
  const summaries: OpenSummary[] = [];
  let started = false;
  const reader: CorpusReader = {
    selector,
    inputs: paths,
    storedBytes: inputs.reduce<number | null>(
      (sum, input) => (sum === null || input === STDIN ? null : sum + input.size),
      0,
    ),
    async *blocks(allocate) {
      if (started) throw new TypeError("Cannot read the corpus: it can be read once, current value is twice");
      started = true;
      for (let input = 0; input < inputs.length; input++) yield* readInput(corpus, input, summaries, allocate);
    },
    account({ input, documents, rejects: found, blank }) {
      const summary = summaries[input];
      summary.documents += documents;
      summary.rejected += found.length;
      summary.blank += blank;
      for (const reject of found) rejects.add(reject);
    },
    textAt(input, byte) {
      const source = inputs[input];
      if (source === STDIN) throw new TypeError("Cannot read a line again: it must be of a file, current value is -");
      return readLineAt(source, byte, { ...corpus, format: summaries[input].format, vectors: null });
    },
    close() {
      rejects.check(maxBadRecords, paths);
      refuseNothing(summaries);
    },
    async *documents() {
      const records = new RecordReader(corpus);
      for await (const block of reader.blocks()) {
        const { documents, ...rest } = records.read(block);
        reader.account({ input: block.input, documents: documents.length, ...rest });
        if (documents.length > 0) yield documents;
      }
      reader.close();
    },
    summary: () => ({
      inputs: summaries.map((summary) => ({ ...summary })),
      rejects: [...rejects.kept],
      rejected: rejects.counts(),
    }),
  };
  return reader;
}
