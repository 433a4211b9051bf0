import type { Family, Measurement, Settings } from "@corpulse/measurement";
import type { Evidence } from "./evidence.ts";
import type { CorpusView, Finding, FindingRule, Severity } from "./finding.ts";
import { emptyDocuments } from "./findings/empty-documents.ts";
import { evenLengths } from "./findings/even-lengths.ts";
import { exactCopies } from "./findings/exact-copies.ts";
import { largestGroup } from "./findings/largest-group.ts";
import { nearCopies } from "./findings/near-copies.ts";
import { redundantDocuments } from "./findings/redundant-documents.ts";
import { template } from "./findings/template.ts";
import { tooSmall } from "./findings/too-small.ts";
import { unjudged } from "./findings/unjudged.ts";
import { unreadableRecords } from "./findings/unreadable-records.ts";
import { type InputSummary, type Report, SCHEMA_VERSION } from "./report.ts";

/** In the order in which findings of equal weight are shown. */
const RULES: readonly FindingRule[] = [
  tooSmall,
  unreadableRecords,
  emptyDocuments,
  nearCopies,
  exactCopies,
  largestGroup,
  template,
  evenLengths,
  redundantDocuments,
  unjudged,
];

const WEIGHT: Readonly<Record<Severity, number>> = { alarm: 0, warning: 1, note: 2 };

const NO_EVIDENCE: Evidence = { repeatedNgrams: [], clusters: [], exactGroups: [], redundantDocuments: [] };

/** What a report is made of. */
export interface ReportParts {
  readonly inputs: readonly InputSummary[];
  readonly settings: Settings;
  /** The measurements of all families, in any number. */
  readonly measurements: readonly Measurement[];
  /** The worst offenders. @default none */
  readonly evidence?: Evidence;
}

function viewOf({ inputs, settings, measurements, evidence = NO_EVIDENCE }: ReportParts): CorpusView {
  const measured = (family: Family, id: string): (Measurement & { readonly value: number }) | null => {
    const found = measurements.find((measurement) => measurement.family === family && measurement.id === id);
    return found === undefined || found.value === null ? null : { ...found, value: found.value };
  };
  const read = inputs.reduce((sum, { documents }) => sum + documents, 0);
  return {
    inputs,
    settings,
    evidence,
    measured,
    measurements,
    documents: measured("size", "documents")?.value ?? read,
  };
}

function findingsOf(view: CorpusView): readonly Finding[] {
  return RULES.map((rule) => rule(view))
    .filter((finding) => finding !== null)
    .toSorted((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity]);
}

/**
 * Makes the one record that every format of a report is a function of, and finds what stands out. Only numbers that can be
 * judged on their own are: copies, templates, lengths, empty texts. Numbers that move with the size of a corpus never are.
 *
 * @throws {TypeError} when the measurements are not a list
 * @example
 * ```ts
 * import { buildReport } from "@corpulse/report";
 *
 * buildReport({ inputs: [], settings: {}, measurements: [] }).findings[0].title; // "The corpus is empty"
 * ```
 */
export function buildReport(parts: ReportParts): Report {
  const { inputs, settings, measurements } = parts;
  if (!Array.isArray(measurements)) {
    throw new TypeError(
      `Cannot build a report: the measurements must be a list, current value is ${typeof measurements}`,
    );
  }
  return { schemaVersion: SCHEMA_VERSION, inputs, settings, findings: findingsOf(viewOf(parts)), measurements };
}
