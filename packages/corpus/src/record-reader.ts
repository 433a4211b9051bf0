import type { CorpusDocument } from "./corpus-document.ts";
import { decodeLines, type Line } from "./decode-lines.ts";
import type { FieldPath } from "./field-path.ts";
import { parseRecord } from "./parse-record.ts";
import type { Selector } from "./parse-selector.ts";
import { readVector } from "./read-vector.ts";
import type { BlockRecords, RecordBlock } from "./record-block.ts";
import type { Problem, Reject } from "./reject.ts";

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
  #dimensions: number | null = null;

  constructor(rules: RecordRules) {
    this.#rules = rules;
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
