import type { CorpusDocument } from "./corpus-document.ts";
import type { InputFormat } from "./corpus-reader.ts";
import { decodeLines, type Line } from "./decode-lines.ts";
import type { FieldPath } from "./field-path.ts";
import type { LineBlock } from "./line-splitter.ts";
import { parseRecord } from "./parse-record.ts";
import type { Selector } from "./parse-selector.ts";
import { readVector } from "./read-vector.ts";
import type { Problem } from "./reject.ts";
import type { RejectLog } from "./reject-log.ts";

/** What holds for all records of a corpus. */
export interface RecordRules {
  readonly select: Selector;
  readonly vectors: FieldPath | null;
  readonly recordBytes: number;
  readonly rejects: RejectLog;
  /** The length of all vectors, known from the first one on. */
  dimensions: number | null;
}

const PLAIN_TEXT: Problem = { reason: "missing_field", detail: "has no vector: it is plain text" };

/** Makes documents of the lines of one input, and counts what became of them. */
export class RecordReader {
  documents = 0;
  rejected = 0;
  blank = 0;
  readonly #input: number;
  readonly #format: InputFormat;
  readonly #rules: RecordRules;

  constructor(input: number, format: InputFormat, rules: RecordRules) {
    this.#input = input;
    this.#format = format;
    this.#rules = rules;
  }

  /** The documents among some lines. */
  read(block: LineBlock): readonly CorpusDocument[] {
    const documents: CorpusDocument[] = [];
    for (const line of decodeLines(block, this.#rules.recordBytes)) {
      const document = this.#document(line);
      if (document === null) this.blank++;
      else if ("text" in document) documents.push(document);
      else this.rejected++;
      if (document !== null && "reason" in document) {
        this.#rules.rejects.add({ ...document, input: this.#input, line: line.line, byte: line.byte });
      }
    }
    this.documents += documents.length;
    return documents;
  }

  /** The document of a line; `null` when there is nothing in the line or in its text. */
  #document({ text: source, problem, line, byte }: Line): CorpusDocument | Problem | null {
    if (problem !== null) return problem;
    const { select, vectors } = this.#rules;
    const place = { input: this.#input, line, byte };
    if (this.#format === "text") {
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
    const vector = readVector(parsed.record, vectors, this.#rules.dimensions);
    if (!(vector instanceof Float64Array)) return vector;
    this.#rules.dimensions ??= vector.length;
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
