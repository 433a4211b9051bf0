/**
 * What a terminal would obey or hide instead of showing: control characters, zero-width and bidirectional marks (Boucher &
 * Anderson 2023, "Trojan Source"), line separators, tag characters, and halves of surrogate pairs.
 */
const INVISIBLE =
  /[\0-\x1F\x7F-\x9F\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u2028-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\p{Cs}\u{1BCA0}-\u{1BCA3}\u{1D173}-\u{1D17A}\u{E0000}-\u{E0FFF}]/gu;

const NAMED: ReadonlyMap<string, string> = new Map([
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
]);

function escape(character: string): string {
  const named = NAMED.get(character);
  if (named !== undefined) return named;
  const code = character.codePointAt(0) as number;
  if (code <= 0xff) return `\\x${code.toString(16).padStart(2, "0")}`;
  return code <= 0xffff ? `\\u${code.toString(16).padStart(4, "0")}` : `\\u{${code.toString(16)}}`;
}

/** Shows untrusted text: everything that would steer a terminal or hide is written as its code, for example `\x1b`. */
export function visibleText(text: string): string {
  return text.replace(INVISIBLE, escape);
}

/** The same on one line: line breaks, tabs and runs of spaces become one space first. */
export function visibleLine(text: string): string {
  return visibleText(text.replace(/\r\n|[\n\t]/g, " ").replace(/ {2,}/g, " ").trim());
}

/** The same in ASCII alone, for terminals without Unicode. U+00A0 stays: it is a space by the time a line is written. */
export function asciiText(text: string): string {
  return text.replace(/[^\x20-\x7E\u00A0]/gu, escape);
}
