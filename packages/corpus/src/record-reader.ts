import type { CorpusDocument } from "./corpus-document.ts";
import { isBlankText } from "./is-blank-text.ts";
import { BlockLines } from "./block-lines.ts";
import { decodeLines, type Line, lineAt } from "./decode-lines.ts";
import type { FieldPath } from "./field-path.ts";
import { OpenPlaces } from "./open-places.ts";
import { parseRecord } from "./parse-record.ts";
import type { Selector } from "./parse-selector.ts";
import { readLines } from "./read-lines.ts";
import { readVector } from "./read-vector.ts";
import type { BlockPlaces, BlockRecords, RecordBlock } from "./record-block.ts";
import type { Problem, Reject } from "./reject.ts";
import type { TextExtractor } from "./text-extractor.ts";
import { MOST_BYTES, type TextKernel } from "./text-kernel.ts";
import type { TextSink } from "./text-sink.ts";
import { BLANK, UNSURE } from "./unsure.ts";
import { writeText, writeUtf8 } from "./write-text.ts";

/** What holds for all records of a corpus. */
export interface RecordRules {
  readonly select: Selector;
  readonly vectors: FieldPath | null;
  readonly recordBytes: number;
}

const PLAIN_TEXT: Problem = { reason: "missing_field", detail: "has no vector: it is plain text" };

/** Makes documents of lines. All vectors must be as long as the first one, which is all that it keeps in mind. */
export class RecordReader {
  readonly #rules: RecordRules;
  /** What takes texts out of JSON without parsing it, where that can be done. */
  readonly #extractor: TextExtractor | null;
  #dimensions: number | null = null;

  constructor(rules: RecordRules, extractor: TextExtractor | null = null) {
    this.#rules = rules;
    this.#extractor = extractor;
  }

  /** What becomes of the lines of a block. */
  read(block: RecordBlock): BlockRecords {
    const documents: CorpusDocument[] = [];
    const rejects: Reject[] = [];
    let blank = 0;
    for (const line of decodeLines(block, this.#rules.recordBytes)) {
      const document = this.#document(line, block);
      if (document === null) blank++;
      else if ("text" in document) documents.push(document);
      else rejects.push({ ...document, input: block.input, line: line.line, byte: line.byte });
    }
    return { documents, rejects, blank };
  }

  /** Gives the texts of a block to a sink, and says what became of its lines: the same as `read` says. */
  readInto(sink: TextSink, block: RecordBlock): BlockPlaces {
    const outcome = new OpenPlaces();
    const lines = new BlockLines(block, this.#rules.recordBytes);
    const kernel = this.#kernelFor(lines, block);
    for (;;) {
      if (kernel?.takeIn(lines.feed + 1) === true && readLines(kernel, lines, sink, outcome)) continue;
      if (!lines.next()) return outcome.finish();
      this.#readLine(lines, block, sink, outcome);
    }
  }

  /** The kernel that reads the lines of a block, unless another one must look at each. */
  #kernelFor({ valid }: BlockLines, block: RecordBlock): TextKernel | null {
    const { vectors, recordBytes } = this.#rules;
    if (vectors !== null || recordBytes < MOST_BYTES || !valid) return null;
    const kernel = this.#extractor?.kernelFor(block.bytes.length) ?? null;
    kernel?.take(block);
    return kernel;
  }

  /** Gives the text of the line that lines are at to a sink. */
  #readLine(lines: BlockLines, block: RecordBlock, sink: TextSink, outcome: OpenPlaces): void {
    let length = this.#extract(lines, block, sink);
    if (length === UNSURE) {
      const document = this.#document(lineAt(lines), block);
      if (document !== null && !("text" in document)) {
        outcome.rejects.push({ ...document, input: block.input, line: lines.line, byte: lines.byte });
        return;
      }
      length = document === null ? BLANK : writeText(document.text, sink);
      if (document?.vector !== undefined) outcome.vectors.push(document.vector);
    }
    if (length === BLANK) outcome.blank++;
    else {
      sink.addUnits(length);
      outcome.add(lines);
    }
  }

  /** Writes the text of a line without making a string of it, and gives its length, or `BLANK`; `UNSURE` where that cannot be. */
  #extract(lines: BlockLines, { format }: RecordBlock, sink: TextSink): number {
    const { bytes, start, feed, problem } = lines;
    const extractor = this.#extractor;
    if (problem !== null || this.#rules.vectors !== null) return UNSURE;
    let length = UNSURE;
    // A unit of text takes at least a byte, but for what a template adds.
    const units = sink.units(feed - start + (extractor?.added ?? 0));
    if (format === "text") length = writeUtf8(bytes, start, lines.end, units);
    else if (extractor !== null && feed < bytes.length) length = extractor.extract(bytes, start, feed, units);
    return length >= 0 && isBlankText(units, length) ? BLANK : length;
  }

  /** The document of a line; `null` when there is nothing in the line or in its text. */
  #document(
    { text: source, problem, line, byte }: Line,
    { input, format }: RecordBlock,
  ): CorpusDocument | Problem | null {
    if (problem !== null) return problem;
    const { select, vectors } = this.#rules;
    const place = { input, line, byte };
    if (format === "text") {
      if (isBlank(source)) return null;
      return vectors === null ? { text: source, ...place } : PLAIN_TEXT;
    }
    if (isBlankJson(source)) return null;
    const parsed = parseRecord(source);
    if (parsed.problem !== null) return parsed.problem;
    const text = select(parsed.record);
    if (typeof text !== "string") return text;
    if (isBlank(text)) return null;
    if (vectors === null) return { text, ...place };
    const vector = readVector(parsed.record, vectors, this.#dimensions);
    if (!(vector instanceof Float64Array)) return vector;
    this.#dimensions ??= vector.length;
    return { text, ...place, vector };
  }
}

/** Whether a text has nothing but white space. Most texts show at their first character that they have more. */
function isBlank(text: string): boolean {
  return text.charCodeAt(0) > 0x20 && text.charCodeAt(0) < 0x7f ? false : text.trim() === "";
}

/** Whether a line has nothing but what JSON calls white space. A byte order mark, for one, is more than that. */
export function isBlankJson(line: string): boolean {
  return line[0] !== "{" && /^[ \t\r]*$/.test(line);
}
