import { caughtMessage } from "./caught.ts";
import type { Problem } from "./reject.ts";
import { visibleExcerpt } from "./visible.ts";

/** `JSON.parse` follows a million levels, what comes after it does not; text is never this deep. */
const MOST_LEVELS = 1000;

/** A record, or what keeps a line from being one. */
export interface ParsedRecord {
  readonly record: unknown;
  readonly problem: Problem | null;
}

/** Whether there are enough brackets for a deep record at all: a search that costs next to nothing. */
function mayBeDeep(text: string): boolean {
  let brackets = 0;
  for (const bracket of ["[", "{"]) {
    for (let at = text.indexOf(bracket); at >= 0; at = text.indexOf(bracket, at + 1)) {
      if (++brackets > MOST_LEVELS) return true;
    }
  }
  return false;
}

/** By hand: a regular expression that steps over strings would exhaust its stack on a long one. */
function isTooDeep(text: string): boolean {
  if (text.length <= MOST_LEVELS || !mayBeDeep(text)) return false;
  let level = 0;
  let inString = false;
  for (let index = 0; index < text.length; index++) {
    const sign = text[index];
    if (sign === '"') inString = !inString;
    else if (sign === "\\" && inString) index++;
    else if (!inString && (sign === "[" || sign === "{") && ++level > MOST_LEVELS) return true;
    else if (!inString && (sign === "]" || sign === "}")) level--;
  }
  return false;
}

/** Parses a line of JSON. Of a key that occurs twice, the last value counts. */
export function parseRecord(text: string): ParsedRecord {
  if (isTooDeep(text)) {
    const detail = `nests deeper than ${MOST_LEVELS} levels`;
    return { record: null, problem: { reason: "too_deep", detail } };
  }
  try {
    return { record: JSON.parse(text) as unknown, problem: null };
  } catch (error) {
    const detail = `is not valid JSON: ${visibleExcerpt(caughtMessage(error), 120)}`;
    return { record: null, problem: { reason: "invalid_json", detail } };
  }
}
