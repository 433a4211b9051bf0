import { joinLines } from "./join-lines.ts";
import { pageOf, type TerminalOptions } from "./page.ts";
import type { Report } from "./report.ts";
import { wrap } from "./span.ts";
import { families } from "./terminal/families.ts";
import { findings } from "./terminal/findings.ts";
import { header } from "./terminal/header.ts";

const ADVICE = "corpulse explain ID says more about a number; --out json=- lists their IDs.";

/**
 * A report for people at a terminal: the verdict, what stands out and where, then every number with its direction, its
 * interval and one sentence on what it means here. Text of the corpus is shown harmlessly: what would steer the terminal is
 * written as its code.
 *
 * @throws {RangeError} when the width is not an integer of at least 20
 * @example
 * ```ts
 * import { buildReport, formatTerminal } from "@corpulse/report";
 *
 * const report = buildReport({ inputs: [], settings: {}, measurements: [] });
 * formatTerminal(report, { columns: 40 }).split("\n")[0]; // "✗ ALARM  1 finding spoils this corpus."
 * ```
 */
export function formatTerminal(report: Report, options: TerminalOptions = {}): string {
  const page = pageOf(options);
  const lines = [
    ...header(report, page),
    [],
    ...findings(report, page),
    ...families(report, page),
    [],
    ...wrap([{ text: ADVICE, style: "dim" }], page.columns),
  ];
  return joinLines(lines, page.color);
}
