import { type BytePath, bytePath } from "./byte-path.ts";
import type { Piece } from "./parse-selector.ts";

/** A field of a text as it is looked for in the bytes of a record. */
export interface WantedField extends BytePath {
  readonly optional: boolean;
  /** The literal text before it. */
  readonly before: Uint16Array;
}

/** A text as it is taken out of the bytes of a record. */
export interface WantedText {
  /** One field, which begins at the record itself, or fields of different members. */
  readonly fields: readonly WantedField[];
  /** The literal text behind the last field. */
  readonly after: Uint16Array;
  /** How many units of it may come from no byte of its record. */
  readonly added: number;
}

const unitsOf = (text: string): Uint16Array =>
  Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));

/** The text of a selector; `null` when it must be taken from parsed records. */
export function wantedText(pieces: readonly Piece[]): WantedText | null {
  const fields: WantedField[] = [];
  const members = new Set<string>();
  let literal = "";
  for (const piece of pieces) {
    if (typeof piece === "string") {
      literal += piece;
      continue;
    }
    const path = bytePath(piece.path);
    // Two fields of one member may come in any order within it.
    const member = String(piece.path.steps[0]);
    if (path === null || members.has(member)) return null;
    members.add(member);
    fields.push({ ...path, optional: piece.optional, before: unitsOf(literal) });
    literal = "";
  }
  const whole = fields.some(({ member }) => member === null);
  if (whole && fields.length > 1) return null;
  const after = unitsOf(literal);
  return { fields, after, added: fields.reduce((sum, { before }) => sum + before.length, after.length) };
}
