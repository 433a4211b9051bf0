import { formatCount } from "../format-number.ts";
import type { Page } from "../page.ts";
import type { Report } from "../report.ts";
import { countFindings, type ReportVerdict, reportVerdict } from "../report-verdict.ts";
import { inputName } from "../input-name.ts";
import { type Line, type Span, wrapBehind } from "../span.ts";

function summaryOf(report: Report, verdict: ReportVerdict): string {
  const [alarms, warnings] = [countFindings(report, "alarm"), countFindings(report, "warning")];
  if (verdict === "no alarm") return "Nothing stands out among what can be judged without a second corpus.";
  const look = `${formatCount(warnings, "finding")} ${warnings === 1 ? "deserves" : "deserve"} a look.`;
  if (verdict === "warnings") return look;
  const spoil = `${formatCount(alarms, "finding")} ${alarms === 1 ? "spoils" : "spoil"} this corpus`;
  return warnings === 0 ? `${spoil}.` : `${spoil}, ${warnings} more ${warnings === 1 ? "deserves" : "deserve"} a look.`;
}

function verdictSpan(verdict: ReportVerdict, { marks }: Page): Span {
  if (verdict === "alarm") return { text: `${marks.severity.alarm} ALARM`, style: "alarm" };
  if (verdict === "warnings") return { text: `${marks.severity.warning} WARNINGS`, style: "warning" };
  return { text: `${marks.good} NO ALARM`, style: "good" };
}

function whatWasRead({ inputs, settings, measurements }: Report, page: Page): string {
  const size = (id: string): number | undefined =>
    measurements.find((one) => one.family === "size" && one.id === id)?.value ?? undefined;
  const documents = size("documents") ?? inputs.reduce((sum, input) => sum + input.documents, 0);
  const tokens = size("tokens");
  const [only] = inputs;
  const from =
    inputs.length === 1 && only !== undefined ? page.show(inputName(only.path)) : formatCount(inputs.length, "input");
  return [
    `${formatCount(documents, "document")}${tokens === undefined ? "" : `, ${formatCount(tokens, "token")}`} from ${from}`,
    ...(settings.text === undefined || settings.text === "" ? [] : [`text: ${page.show(String(settings.text))}`]),
    ...(settings.tokenizer === undefined ? [] : [`tokenizer: ${page.show(String(settings.tokenizer))}`]),
  ].join("; ");
}

/** The verdict, and what was read. */
export function header(report: Report, page: Page): readonly Line[] {
  const verdict = reportVerdict(report);
  const sign = verdictSpan(verdict, page);
  return [
    ...wrapBehind([sign, { text: "  " }], [{ text: summaryOf(report, verdict), style: "bold" }], page.columns),
    ...wrapBehind([{ text: "  " }], [{ text: whatWasRead(report, page), style: "dim" }], page.columns),
  ];
}
