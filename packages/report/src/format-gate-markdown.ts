import {
  type GateEvidence,
  type GateResult,
  type Locator,
  type RuleResult,
  type Verdict,
  VERDICTS,
} from "@corpulse/gate";
import { factsOf } from "@corpulse/measurement";
import { inputsTable, settingsLine } from "./format-markdown.ts";
import { formatCount, formatNumber } from "./format-number.ts";
import { formatValue } from "./format-value.ts";
import { documentsIn, type GateRun, sentenceOf, subjectOf, summarizeRules } from "./gate-run.ts";
import { inputName } from "./input-name.ts";
import { fold } from "./fold.ts";
import { markdownTable } from "./markdown-table.ts";
import { codeSpan, plainText } from "./plain-text.ts";

/** A comment on GitHub may have 65,536 characters; the tables share what is left under 60,000. */
const BUDGET = { rules: 30_000, passed: 10_000, inputs: 5_000 } as const;
const EXAMPLES = 3;

const SIGN: Readonly<Record<Verdict, string>> = {
  fail: "❌",
  warn: "⚠️",
  inconclusive: "❔",
  not_evaluated: "➖",
  pass: "✅",
};

function headline({ result, candidate }: GateRun): string {
  const on = `on ${formatCount(documentsIn(candidate), "new document")}`;
  return `### ${SIGN[result.verdict]} Corpus gate: ${summarizeRules(result).replace(/\.$/, "")} ${on}`;
}

function valueOf({ family, id, value }: RuleResult): string {
  return value === null ? "–" : formatValue({ family, unit: factsOf(id, family).unit, value });
}

function place({ input, line }: Locator): string {
  return codeSpan(`${inputName(input)}:${line}`);
}

/** Where the records stand; their text never enters. */
function where(evidence: GateEvidence | null): string {
  if (evidence === null || evidence.records === 0) return "";
  const examples = evidence.examples
    .slice(0, EXAMPLES)
    .map(({ document, match }) => (match === undefined ? place(document) : `${place(document)} like ${place(match)}`));
  const records = `${formatNumber(evidence.records)} of ${formatNumber(evidence.of)}`;
  return [records, ...examples].join("<br>");
}

function rulesTable({ rules }: GateResult): string {
  const notable = VERDICTS.filter((verdict) => verdict !== "pass").flatMap((verdict) =>
    rules.filter((rule) => rule.verdict === verdict),
  );
  const rows = notable.map((rule) => [
    SIGN[rule.verdict],
    `${codeSpan(rule.rule)}<br>${plainText(subjectOf(rule))}`,
    `**${plainText(valueOf(rule))}**`,
    plainText(sentenceOf(rule)),
    rule.verdict === "not_evaluated" ? "" : where(rule.evidence),
  ]);
  return markdownTable(["", "rule", "value", "verdict", "records"], rows, BUDGET.rules);
}

function passedTable({ rules }: GateResult): string {
  const rows = rules
    .filter(({ verdict }) => verdict === "pass")
    .map((rule) => [codeSpan(rule.rule), plainText(valueOf(rule)), plainText(rule.limit?.text ?? "")]);
  return markdownTable(["rule", "value", "limit"], rows, BUDGET.passed);
}

/**
 * What a gate found, for a comment on a pull request: one line when all is well, otherwise a table of what is not, with the
 * records behind it. At most 60,000 characters, no text of the corpus; paths and names are shown literally.
 *
 * @example
 * ```ts
 * import { formatGateMarkdown } from "@corpulse/report";
 *
 * const counts = { fail: 0, warn: 0, inconclusive: 0, not_evaluated: 0, pass: 0 };
 * const result = { verdict: "not_evaluated", exitCode: 2, counts, rules: [] } as const;
 * const run = { result, base: [], candidate: [], policy: "corpulse.yaml", settings: {} };
 * formatGateMarkdown(run).split("\n")[1]; // "### ➖ Corpus gate: There are no rules on 0 new documents"
 * ```
 */
export function formatGateMarkdown(run: GateRun): string {
  const { result, base, candidate, policy, settings } = run;
  const notable = result.counts.pass < result.rules.length;
  const inputs = `Base\n\n${inputsTable(base, BUDGET.inputs)}\n\nCandidate\n\n${inputsTable(candidate, BUDGET.inputs)}`;
  const read = `${formatCount(documentsIn(base), "document")} in the base, ${formatNumber(documentsIn(candidate))} new`;
  return [
    "<!-- corpulse:gate -->",
    headline(run),
    "",
    ...(notable ? [rulesTable(result), ""] : []),
    ...(result.counts.pass === 0
      ? []
      : [fold(`${formatCount(result.counts.pass, "rule")} passed`, passedTable(result))]),
    fold(read, inputs),
    "",
    `Policy: ${codeSpan(policy)}. ${settingsLine(settings)}`.trimEnd(),
    "",
  ].join("\n");
}
