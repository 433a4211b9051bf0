import { type GateEvidence, type GateResult, type RuleResult, type Verdict, VERDICTS } from "@corpulse/gate";
import { factsOf } from "@corpulse/measurement";
import { displayWidth } from "./display-width.ts";
import { joinLines } from "./join-lines.ts";
import { formatCount, formatNumber } from "./format-number.ts";
import { formatValue } from "./format-value.ts";
import { documentsIn, type GateRun, sentenceOf, subjectOf, summarizeRules } from "./gate-run.ts";
import type { Marks } from "./marks.ts";
import { type Page, pageOf, type TerminalOptions } from "./page.ts";
import type { InputSummary } from "./report.ts";
import { inputName } from "./input-name.ts";
import { type Line, lineWidth, type Span, type Style, wrapBehind } from "./span.ts";

const NAMES: Readonly<Record<Verdict, string>> = {
  fail: "FAIL",
  warn: "WARN",
  inconclusive: "UNSURE",
  not_evaluated: "NOT EVALUATED",
  pass: "PASS",
};
const STYLES: Readonly<Record<Verdict, Style>> = {
  fail: "alarm",
  warn: "warning",
  inconclusive: "warning",
  not_evaluated: "warning",
  pass: "good",
};
const EXAMPLES = 4;

function markOf(verdict: Verdict, { severity, unsure, none, good }: Marks): string {
  return { fail: severity.alarm, warn: severity.warning, inconclusive: unsure, not_evaluated: none, pass: good }[
    verdict
  ];
}

function sign(verdict: Verdict, page: Page): Span {
  return { text: `${markOf(verdict, page.marks)} ${NAMES[verdict]}`, style: STYLES[verdict] };
}

function field(name: string, text: string, page: Page): readonly Line[] {
  return wrapBehind([{ text: `  ${name.padEnd(11)}`, style: "dim" }], [{ text }], page.columns);
}

function describeInputs(inputs: readonly InputSummary[], page: Page): string {
  const [only] = inputs;
  const from =
    inputs.length === 1 && only !== undefined ? page.show(inputName(only.path)) : formatCount(inputs.length, "input");
  return `${formatCount(documentsIn(inputs), "document")} from ${from}`;
}

function evidenceLines({ records, of, examples }: GateEvidence, page: Page): readonly Line[] {
  const place = ({ input, line }: GateEvidence["examples"][number]["document"]): string =>
    `${page.show(inputName(input))}:${line}`;
  const shown = examples.slice(0, EXAMPLES);
  const end = shown.length === 0 ? "." : shown.length < records ? ", among them:" : ":";
  const concerned = `${formatNumber(records)} of ${formatCount(of, "record")}${end}`;
  const lines = shown.flatMap(({ document, match, similarity }) => {
    // Rounded down: only the same is 1.
    const alike = similarity === undefined ? "" : `\u00A0(${(Math.floor(similarity * 100) / 100).toFixed(2)})`;
    const text = match === undefined ? place(document) : `${place(document)} ~ ${place(match)}${alike}`;
    return wrapBehind([{ text: "    " }], [{ text, style: "dim" }], page.columns);
  });
  return [...wrapBehind([{ text: "  " }], [{ text: concerned }], page.columns), ...lines];
}

/** Verdict and name on one line, or on two where a name would have to be broken. */
function ruleName({ verdict, rule }: RuleResult, page: Page): readonly Line[] {
  const name: Span = { text: page.show(rule), style: "bold" };
  const line = [sign(verdict, page), { text: "  " }, name];
  if (lineWidth(line) <= page.columns) return [line];
  return [[sign(verdict, page)], ...wrapBehind([{ text: "  " }], [name], page.columns)];
}

function ruleLines(rule: RuleResult, page: Page): readonly Line[] {
  return [
    ...ruleName(rule, page),
    ...wrapBehind([{ text: "  " }], [{ text: page.show(subjectOf(rule)), style: "dim" }], page.columns),
    ...wrapBehind([{ text: "  " }], [{ text: page.show(sentenceOf(rule)) }], page.columns),
    ...(rule.evidence === null || rule.evidence.records === 0 ? [] : evidenceLines(rule.evidence, page)),
    [],
  ];
}

/** Rules that were not evaluated for the same reason stand together: the reason is said once. */
function openLines(rules: readonly RuleResult[], page: Page): readonly Line[] {
  const reasons = [...new Set(rules.map(({ reason }) => reason))];
  return reasons.flatMap((reason) => {
    const [first, ...others] = rules.filter((rule) => rule.reason === reason);
    if (others.length === 0) return ruleLines({ ...first, evidence: null }, page);
    return [
      ...[first, ...others].flatMap((rule) => ruleName(rule, page)),
      ...wrapBehind([{ text: "  " }], [{ text: page.show(sentenceOf(first)) }], page.columns),
      [],
    ];
  });
}

function passedLines({ rules }: GateResult, page: Page): readonly Line[] {
  const passed = rules.filter(({ verdict }) => verdict === "pass");
  if (passed.length === 0) return [];
  const values = passed.map(({ family, id, value }) =>
    page.show(formatValue({ family, unit: factsOf(id, family).unit, value })),
  );
  const width = Math.max(...values.map(displayWidth));
  return [
    wrapBehind(
      [{ text: `${page.marks.good} `, style: "good" }],
      [{ text: `${formatNumber(passed.length)} passed` }],
      page.columns,
    ),
    ...passed.map(({ rule }, index) => {
      const value = `    ${" ".repeat(width - displayWidth(values[index]))}${values[index]}  `;
      return wrapBehind([{ text: value }], [{ text: page.show(rule), style: "dim" }], page.columns);
    }),
    [[]],
  ].flat();
}

/**
 * What a gate found, for people at a terminal: the verdict first and last, every rule that did not pass with its value, its
 * limit and the records behind it, and the passed ones in one list. Untrusted text is shown harmlessly.
 *
 * @throws {RangeError} when the width is not an integer of at least 20
 * @example
 * ```ts
 * import { formatGateTerminal } from "@corpulse/report";
 *
 * const counts = { fail: 0, warn: 0, inconclusive: 0, not_evaluated: 0, pass: 0 };
 * const result = { verdict: "not_evaluated", exitCode: 2, counts, rules: [] } as const;
 * const run = { result, base: [], candidate: [], policy: "corpulse.yaml", settings: {} };
 * formatGateTerminal(run).split("\n")[0]; // "– NOT EVALUATED  There are no rules."
 * ```
 */
export function formatGateTerminal(
  { result, base, candidate, policy }: GateRun,
  options: TerminalOptions = {},
): string {
  const page = pageOf(options);
  const verdictSign = sign(result.verdict, page);
  const withVerdict = (one: Verdict): readonly RuleResult[] => result.rules.filter(({ verdict }) => verdict === one);
  const judged = VERDICTS.filter((one) => one !== "pass" && one !== "not_evaluated").flatMap(withVerdict);
  const lines = [
    ...wrapBehind([verdictSign, { text: "  " }], [{ text: summarizeRules(result), style: "bold" }], page.columns),
    [],
    ...field("base", describeInputs(base, page), page),
    ...field("candidate", describeInputs(candidate, page), page),
    ...field("policy", page.show(policy), page),
    [],
    ...judged.flatMap((rule) => ruleLines(rule, page)),
    ...openLines(withVerdict("not_evaluated"), page),
    ...passedLines(result, page),
    [verdictSign, { text: `  exit ${result.exitCode}` }],
  ];
  return joinLines(lines, page.color);
}
