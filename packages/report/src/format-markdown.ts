import { FAMILIES, type Measurement } from "@corpulse/measurement";
import type { Finding, NamedDocument, Severity } from "./finding.ts";
import { formatCount, formatNumber } from "./format-number.ts";
import { formatCertainty, formatValue } from "./format-value.ts";
import { inputName } from "./input-name.ts";
import { fold } from "./fold.ts";
import { markdownTable } from "./markdown-table.ts";
import { codeSpan, plainText } from "./plain-text.ts";
import { meaningOf } from "./meaning-of.ts";
import type { InputSummary, Report } from "./report.ts";
import { countFindings, type ReportVerdict, reportVerdict } from "./report-verdict.ts";
import { titleOf } from "./title-of.ts";

/** A comment on GitHub may have 65,536 characters; the three tables share what is left under 60,000. */
const BUDGET = { findings: 20_000, inputs: 6_000, measurements: 24_000 } as const;
const PLACES = 3;

const SIGN: Readonly<Record<Severity, string>> = { alarm: "❌", warning: "⚠️", note: "·" };
const HEADLINE: Readonly<Record<ReportVerdict, string>> = {
  alarm: "❌ Corpus report: alarm",
  warnings: "⚠️ Corpus report: warnings",
  "no alarm": "✅ Corpus report: no alarm",
};
const DIRECTION: Readonly<Record<Measurement["direction"], string>> = { higher: "↑", lower: "↓", neither: "" };

function headline(report: Report): string {
  const verdict = reportVerdict(report);
  const [worst] = report.findings;
  if (verdict === "no alarm" || worst === undefined) return `### ${HEADLINE[verdict]}`;
  const others = countFindings(report, "alarm") + countFindings(report, "warning") - 1;
  return `### ${HEADLINE[verdict]} — ${plainText(worst.title)}${others === 0 ? "" : `, and ${formatNumber(others)} more`}`;
}

/** Where documents stand. Text of the corpus never enters: a comment may be read by more people than the corpus. */
function places(documents: readonly NamedDocument[], { ngrams }: Finding): string {
  const shown = documents.slice(0, PLACES).map(({ input, line }) => codeSpan(`${inputName(input)}:${line}`));
  const sequences = ngrams.length === 0 ? [] : [`${formatCount(ngrams.length, "sequence")} (text withheld)`];
  return [...shown, ...sequences].join(", ");
}

function findingsTable({ findings }: Report): string {
  if (findings.length === 0) return "Nothing stands out.";
  const rows = findings.map((finding) => [
    SIGN[finding.severity],
    plainText(finding.title),
    plainText(finding.detail),
    places(finding.documents, finding),
  ]);
  return markdownTable(["", "finding", "detail", "where"], rows, BUDGET.findings);
}

/** The table of inputs, which the gate shows too. */
export function inputsTable(inputs: readonly InputSummary[], budget: number = BUDGET.inputs): string {
  const rows = inputs.map(({ path, documents, rejected, bytes }) => [
    codeSpan(inputName(path)),
    ...[documents, rejected, bytes].map(formatNumber),
  ]);
  return markdownTable(["input", "documents", "unreadable", "bytes"], rows, budget);
}

function measurementsTable(report: Report): string {
  const meaning = meaningOf(report);
  const rows = FAMILIES.flatMap((family) => report.measurements.filter((one) => one.family === family)).map((one) => [
    plainText(titleOf(one, report)),
    plainText(one.value === null ? "–" : formatValue(one)),
    DIRECTION[one.direction],
    plainText(one.value === null ? "" : formatCertainty(one)),
    plainText(meaning(one)),
  ]);
  return markdownTable(["number", "value", "", "certainty", "what it means here"], rows, BUDGET.measurements);
}

/** The settings as a last, small line. */
export function settingsLine(settings: Report["settings"]): string {
  const pairs = Object.entries(settings)
    .slice(0, 20)
    .map(([name, value]) => codeSpan(`${name}: ${String(value)}`));
  return pairs.length === 0 ? "" : `Settings: ${pairs.join(", ")}`;
}

/**
 * A report for a pull request or a step summary: verdict, findings, and all numbers in folded tables, in at most 60,000
 * characters. It holds no text of the corpus, only places; paths and settings are shown literally, so that they can neither
 * link nor mention anyone nor break a table.
 *
 * @example
 * ```ts
 * import { buildReport, formatMarkdown } from "@corpulse/report";
 *
 * const report = buildReport({ inputs: [], settings: {}, measurements: [] });
 * formatMarkdown(report).split("\n")[1]; // "### ❌ Corpus report: alarm — The corpus is empty"
 * ```
 */
export function formatMarkdown(report: Report): string {
  const { inputs, measurements, settings } = report;
  const documents = inputs.reduce((sum, input) => sum + input.documents, 0);
  const legend = "↑ more is more diverse, ↓ less is. Most values move with corpus size: compare only equal sizes.";
  return [
    "<!-- corpulse:report -->",
    headline(report),
    "",
    findingsTable(report),
    "",
    fold(formatCount(measurements.length, "number"), `${legend}\n\n${measurementsTable(report)}`),
    fold(`${formatCount(documents, "document")} from ${formatCount(inputs.length, "input")}`, inputsTable(inputs)),
    "",
    settingsLine(settings),
    "",
  ].join("\n");
}
