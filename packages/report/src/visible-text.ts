/**
 * What a terminal would obey or hide instead of showing: control characters, zero-width and bidirectional marks (Boucher &
 * Anderson 2023, "Trojan Source"), line separators, tag characters, and halves of surrogate pairs.
 */
const INVISIBLE =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u034F\u115F\u1160\u17B4\u17B5\u180B-\u180F\u2065\u3164\uFFA0\u{E0000}-\u{E0FFF}]/gu;

const NAMED: ReadonlyMap<string, string> = new Map([
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
]);

function escape(character: string): string {
  const named = NAMED.get(character);
  if (named !== undefined) return named;
  const code = character.codePointAt(0) ?? 0;
  if (code <= 0xff) return `\\x${code.toString(16).padStart(2, "0")}`;
  return code <= 0xffff ? `\\u${code.toString(16).padStart(4, "0")}` : `\\u{${code.toString(16)}}`;
}

/**
 * What CI systems that read logs take for their own commands: `::error::` at the beginning of a line, and `##[error]` or
 * `##vso[…]` anywhere (GitHub Actions, Azure Pipelines).
 */
const COMMANDS = /(?<=^|\s):(?=:[A-Za-z])|#(?=#\[|#vso\[)/g;

/** Shows untrusted text: everything that would steer a terminal, hide or command is written as its code, such as `\x1b`. */
export function visibleText(text: string): string {
  return text.replace(INVISIBLE, escape).replace(COMMANDS, escape);
}

/** The same on one line: line breaks, tabs and runs of spaces become one space first. */
export function visibleLine(text: string): string {
  return visibleText(
    text
      .replace(/\r\n|[\n\t]/g, " ")
      .replace(/ {2,}/g, " ")
      .trim(),
  );
}

/** What typewriters wrote instead. */
const TYPEWRITTEN: ReadonlyMap<string, string> = new Map([
  ["−", "-"],
  ["–", "-"],
  ["—", "--"],
  ["…", "..."],
  ["’", "'"],
  ["“", '"'],
  ["”", '"'],
]);

/** The same in ASCII alone, for terminals without Unicode. U+00A0 stays: it is a space by the time a line is written. */
export function asciiText(text: string): string {
  return text.replace(/[^\x20-\x7E\u00A0]/gu, (character) => TYPEWRITTEN.get(character) ?? escape(character));
}
