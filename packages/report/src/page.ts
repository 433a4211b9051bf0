import { asciiText, visibleLine } from "./visible-text.ts";
import { ASCII_MARKS, type Marks, UNICODE_MARKS } from "./marks.ts";

/** How text is laid out for a terminal. */
export interface TerminalOptions {
  /** No line is longer than this. @default 80 */
  readonly columns?: number;
  /** Whether ANSI colour codes are written; without them there are no escape sequences at all. @default false */
  readonly color?: boolean;
  /** Whether the terminal shows more than ASCII. @default true */
  readonly unicode?: boolean;
}

/** Terminal options with their defaults filled in, and what follows from them. */
export interface Page {
  readonly columns: number;
  readonly color: boolean;
  readonly marks: Marks;
  /** Below this width numbers and their explanations stand under each other instead of side by side. */
  readonly narrow: boolean;
  /** Makes untrusted text harmless and fit for the terminal, on one line. */
  readonly show: (text: string) => string;
}

const NARROWEST = 20;
const NARROW = 64;

/**
 * Fills in the defaults.
 *
 * @throws {RangeError} when the width is not an integer of at least 20
 */
export function pageOf({ columns = 80, color = false, unicode = true }: TerminalOptions): Page {
  if (!Number.isInteger(columns) || columns < NARROWEST) {
    const rule = `columns must be an integer of at least ${NARROWEST}`;
    throw new RangeError(`Cannot lay out text: ${rule}, current value is ${columns}`);
  }
  const show = (text: string): string => (unicode ? visibleLine(text) : asciiText(visibleLine(text)));
  return { columns, color, marks: unicode ? UNICODE_MARKS : ASCII_MARKS, narrow: columns < NARROW, show };
}
