import type { Severity } from "./finding.ts";
import type { Report } from "./report.ts";

/** What a report says in one word. It is no gate: thresholds of your own decide what may be merged. */
export type ReportVerdict = "alarm" | "warnings" | "no alarm";

/** How many findings of a severity there are. */
export function countFindings({ findings }: Pick<Report, "findings">, severity: Severity): number {
  return findings.filter((finding) => finding.severity === severity).length;
}

/**
 * The verdict of a report: its worst finding. Notes do not count.
 *
 * @example
 * ```ts
 * import { buildReport, reportVerdict } from "@corpulse/report";
 *
 * reportVerdict(buildReport({ inputs: [], settings: {}, measurements: [] })); // "alarm"
 * ```
 */
export function reportVerdict(report: Pick<Report, "findings">): ReportVerdict {
  if (countFindings(report, "alarm") > 0) return "alarm";
  return countFindings(report, "warning") > 0 ? "warnings" : "no alarm";
}
