import { type FieldPath, parseFieldPath } from "./field-path.ts";
import { nullField, readField } from "./read-field.ts";
import type { Problem } from "./reject.ts";

/** Takes the text from a parsed record, or says why there is none. */
export type Selector = (record: unknown) => string | Problem;

/** A field of a template, or the one of a path. */
export interface Field {
  readonly path: FieldPath;
  readonly optional: boolean;
}

/** What a template is made of: literal text and fields, in order. */
export type Piece = string | Field;

const PIECE =
  /(?<literal>(?:[^{}\\]|\{\{|\}\}|\\.|\\$)+)|\{(?<field>(?:[^{}"]|"(?:[^"\\]|\\.)*")+?)(?<optional>\?)?\}/suy;

function unescape(literal: string): string {
  return literal.replace(/\{\{|\}\}|\\[nt\\]/g, (escape) => {
    if (escape === "\\n") return "\n";
    return escape === "\\t" ? "\t" : escape[0];
  });
}

function parseTemplate(source: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  while (at < source.length) {
    PIECE.lastIndex = at;
    const groups = PIECE.exec(source)?.groups;
    if (groups === undefined) {
      const rule = "each { must close with } around one field, and literal braces are {{ and }}";
      throw new SyntaxError(`Cannot parse a template: ${rule}, current value is ${source}`);
    }
    at = PIECE.lastIndex;
    pieces.push(
      groups.literal === undefined
        ? { path: parseFieldPath(groups.field), optional: groups.optional !== undefined }
        : unescape(groups.literal),
    );
  }
  return pieces;
}

function templateSelector(source: string): Selector {
  const pieces = parseTemplate(source);
  const fields = pieces.filter((piece) => typeof piece !== "string");
  if (fields.length === 0) {
    throw new SyntaxError(`Cannot parse a template: it must name a field in braces, current value is ${source}`);
  }
  return (record) => {
    let text = "";
    let found = false;
    for (const piece of pieces) {
      if (typeof piece === "string") text += piece;
      else {
        const value = readField(record, piece.path);
        if (typeof value === "string") {
          text += value;
          found = true;
        } else if (value !== null && !(piece.optional && value.reason === "missing_field")) return value;
      }
    }
    return found ? text : nullField(fields[0].path);
  };
}

const isTemplate = (source: string): boolean => /[{}]/.test(source.replace(/\["(?:[^"\\]|\\.)*"\]/g, ""));

/** What a selector is made of: a path is a template with one field and nothing else. */
export function parsePieces(source: string): readonly Piece[] {
  return isTemplate(source) ? parseTemplate(source) : [{ path: parseFieldPath(source), optional: false }];
}

/**
 * Reads which part of a record is its text.
 *
 * A path names one field: `prompt`, `meta.title`, `turns[0].value`; `messages[].content` takes every element of a list, a
 * line each, and leaves out elements without it; `["a.b"]` names a field with such signs in it; `.` is the record itself.
 * A template puts fields together: `{instruction}\n{output}`. In it `\n`, `\t` and `\\` written as escapes are honoured, `{{` and
 * `}}` are literal braces, null counts as empty text, and so does an absent field that is marked `{input?}`.
 *
 * @throws {SyntaxError} when the text is neither a path nor a template
 * @example
 * ```ts
 * import { parseSelector } from "@corpulse/corpus";
 *
 * parseSelector("{question} {answer}")({ question: "1 + 1?", answer: "2" }); // "1 + 1? 2"
 * ```
 */
export function parseSelector(source: string): Selector {
  if (isTemplate(source)) return templateSelector(source);
  const path = parseFieldPath(source);
  return (record) => readField(record, path) ?? nullField(path);
}
