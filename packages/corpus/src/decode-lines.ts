import { BlockLines } from "./block-lines.ts";
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

/** The line that lines are at. */
export function lineAt(lines: BlockLines): Line {
  const { problem, line, byte } = lines;
  return { text: problem === null ? lines.text() : "", problem, line, byte };
}

/** Decodes the lines of a block. */
export function decodeLines(block: LineBlock, longest: number): readonly Line[] {
  const lines = new BlockLines(block, longest);
  const decoded: Line[] = [];
  while (lines.next()) decoded.push(lineAt(lines));
  return decoded;
}
