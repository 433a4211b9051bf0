import { isAscii, isUtf8 } from "node:buffer";
import type { LineBlock } from "./line-splitter.ts";
import type { Problem } from "./reject.ts";

/** One line: its text, or what keeps it from being one. */
export interface Line {
  /** Without its line feed and one carriage return before it. */
  readonly text: string;
  readonly problem: Problem | null;
  readonly line: number;
  readonly byte: number;
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

const BINARY: Problem = { reason: "binary", detail: "holds a zero byte: it is binary data" };
const INVALID: Problem = { reason: "invalid_encoding", detail: "is not valid UTF-8" };

/** Decodes the lines of a block. Nothing is ever replaced by U+FFFD: what is not valid UTF-8 is a problem. */
export function decodeLines({ bytes, line, byte, dropped }: LineBlock, longest: number): readonly Line[] {
  // A line feed is never part of a longer character, so that a valid block has valid lines only.
  const ascii = isAscii(bytes);
  const valid = ascii || isUtf8(bytes);
  const clean = !bytes.includes(0);
  const encoding = ascii ? "latin1" : "utf8";
  const tooLarge: Problem = { reason: "record_too_large", detail: `is longer than ${longest} bytes` };
  const check = (start: number, end: number): Problem | null => {
    if (end - start > longest) return tooLarge;
    if (clean && valid) return null;
    const slice = bytes.subarray(start, end);
    if (slice.includes(0)) return BINARY;
    return isUtf8(slice) ? null : INVALID;
  };
  const lines: Line[] = [];
  for (let start = 0; start < bytes.length;) {
    const feed = bytes.indexOf(LINE_FEED, start);
    const end = feed < 0 ? bytes.length : feed;
    const problem = check(start, end);
    const last = end > start && bytes[end - 1] === CARRIAGE_RETURN ? end - 1 : end;
    const text = problem === null ? bytes.toString(encoding, start, last) : "";
    const offset = lines.length === 0 ? 0 : dropped;
    lines.push({ text, problem, line: line + lines.length, byte: byte + start + offset });
    start = end + 1;
  }
  return lines;
}
