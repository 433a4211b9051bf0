import { sampleRecords, selectorFor } from "./selector-for.ts";
import { CorpusError } from "./corpus-error.ts";
import type { ChosenSelector, CorpusReader } from "./corpus-reader.ts";
import { parseFieldPath, EACH } from "./field-path.ts";
import { inputFormat } from "./input-format.ts";
import { type ByteOptions, type OpenInput, openBytes } from "./open-bytes.ts";
import { parseSelector } from "./parse-selector.ts";
import { readCorpus } from "./read-corpus.ts";
import { inputName, STDIN } from "./input-name.ts";
import { type Input, resolveInputs } from "./resolve-inputs.ts";
import { visible } from "./visible.ts";

/** How a corpus is read. */
export interface CorpusOptions {
  /** The path or the template of the text. @default detected from the first records */
  readonly text?: string;
  /** The path of the field that holds each document's vector. @default none */
  readonly vectors?: string;
  /** How many bytes are read at a time; nothing depends on it but speed. @default 262,144 */
  readonly chunkBytes?: number;
  /** The most bytes of a line. @default 16,777,216 */
  readonly recordBytes?: number;
  /** How many records may be rejected before the corpus is refused. @default 0 */
  readonly maxBadRecords?: number;
  /** What `-` reads. @default process.stdin */
  readonly stdin?: AsyncIterable<Uint8Array>;
  /** What relative paths start from. @default process.cwd() */
  readonly cwd?: string;
  /** Is told after every chunk how many bytes were read, and of how many; `null` when standard input takes part. */
  readonly onProgress?: (bytesRead: number, totalBytes: number | null) => void;
}

/** Files are read again from their beginning: what is looked at before need not be much. */
const SAMPLE_CHUNK = 1 << 16;

const PLAIN_TEXT: ChosenSelector = { text: undefined, detected: false, sentence: "Text: each line" };

function checkSize(name: string, value: number, most: number): void {
  if (Number.isInteger(value) && value >= 1 && value <= most) return;
  throw new RangeError(`Cannot read a corpus: ${name} must be an integer in 1…${most}, current value is ${value}`);
}

interface Detection {
  readonly selector: ChosenSelector;
  /** Standard input as far as it was looked at: unlike a file it cannot be opened again. */
  readonly stdin: OpenInput | null;
}

/** Looks for the text of records in the first input that has any. */
async function detect(inputs: readonly Input[], bytes: ByteOptions, recordBytes: number): Promise<Detection> {
  let stdin: OpenInput | null = null;
  let firstBad: string | null = null;
  const sampled = { ...bytes, chunkBytes: Math.min(bytes.chunkBytes, SAMPLE_CHUNK), onRead: () => {} };
  try {
    for (const input of inputs) {
      const path = input === STDIN ? STDIN : input.path;
      const opened = await openBytes(input, input === STDIN ? bytes : sampled);
      if (input === STDIN) stdin = opened;
      const isJson = (await inputFormat(path, opened.bytes)) === "jsonl";
      const sample = isJson ? await sampleRecords(opened, recordBytes) : null;
      if (input !== STDIN) await opened.bytes.close();
      if (sample === null) continue;
      if (sample.records.length > 0) return { selector: selectorFor(path, sample.records), stdin };
      if (sample.firstBad !== null) firstBad ??= `Cannot read ${inputName(path)}: ${sample.firstBad}`;
    }
    if (firstBad !== null)
      throw new CorpusError("bad_records", `${firstBad} (and no good record is near the beginning)`);
    return { selector: PLAIN_TEXT, stdin };
  } catch (error) {
    await stdin?.bytes.close();
    throw error;
  }
}

/**
 * Opens files, patterns and standard input (`-`) as one corpus of JSON Lines and plain text, plain or gzip. Nothing is
 * read yet but the first records, when the text must be found in them.
 *
 * @throws {CorpusError} when an input is not there, or the text is not to be found
 * @throws {SyntaxError} when `text` or `vectors` cannot be parsed
 * @throws {RangeError} when another option is out of its range
 * @example
 * ```ts
 * import { openCorpus } from "@corpulse/corpus";
 *
 * const stdin = new Blob(['{"text":"one"}\n{"text":"two"}\n']).stream();
 * const reader = await openCorpus(["-"], { stdin });
 * for await (const batch of reader.documents()) batch.map(({ text }) => text); // ["one", "two"]
 * ```
 */
export async function openCorpus(
  inputs: readonly string[],
  {
    text,
    vectors,
    chunkBytes = 1 << 18,
    recordBytes = 1 << 24,
    maxBadRecords = 0,
    stdin,
    cwd = process.cwd(),
    onProgress,
  }: CorpusOptions = {},
): Promise<CorpusReader> {
  checkSize("chunkBytes", chunkBytes, 2 ** 30);
  checkSize("recordBytes", recordBytes, 2 ** 28);
  if (!(maxBadRecords >= 0)) {
    throw new RangeError(`Cannot read a corpus: maxBadRecords must be at least 0, current value is ${maxBadRecords}`);
  }
  const given = text === undefined ? null : { select: parseSelector(text), text };
  const vectorPath = vectors === undefined ? null : parseFieldPath(vectors);
  if (vectorPath?.steps.includes(EACH)) {
    throw new SyntaxError(
      `Cannot parse a field: a vector's must name one list, without [], current value is ${vectors}`,
    );
  }
  const found = await resolveInputs(inputs, cwd);
  const total = found.includes(STDIN)
    ? null
    : found.reduce((sum, input) => sum + (input === STDIN ? 0 : input.size), 0);
  let read = 0;
  const bytes: ByteOptions = {
    chunkBytes,
    stdin: () => stdin ?? process.stdin,
    onRead: (length) => {
      read += length;
      onProgress?.(read, total);
    },
  };
  const { selector, stdin: opened } =
    given === null
      ? await detect(found, bytes, recordBytes)
      : { selector: { text: given.text, detected: false, sentence: `Text: ${visible(given.text)}` }, stdin: null };
  const select = given?.select ?? parseSelector(selector.text ?? ".");
  return readCorpus({
    inputs: found,
    selector,
    select,
    vectors: vectorPath,
    bytes,
    stdin: opened,
    recordBytes,
    maxBadRecords,
  });
}
