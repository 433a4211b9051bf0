import type { FindingRule, Severity } from "../finding.ts";
import { formatNumber, formatPercent } from "../format-number.ts";
import { atLeast, type Limits, severityOf } from "../severity-of.ts";

/**
 * The share of documents with a near-copy in four corpora that many models were trained on (Lee et al. 2022, table 2):
 * Wiki-40B 0.4 %, C4 3.0 %, LM1B 4.9 %, RealNews 13.6 %. Warning: more than all but one; alarm: more than every one of them.
 */
const LIMITS: Limits = { warning: 0.05, alarm: 0.15 };

const WHY: Readonly<Record<Exclude<Severity, "note">, string>> = {
  alarm: "Four large training corpora had 0.4 to 13.6\u00A0% (Lee et al. 2022).",
  warning: "Three of four large training corpora had 0.4 to 4.9\u00A0% (Lee et al. 2022).",
};

/** Documents that are almost the same as another one, exact copies included. */
export const nearCopies: FindingRule = (view) => {
  const rate = view.measured("near-duplicates", "near_duplicate_affected_rate");
  if (rate === null) return null;
  const severity = severityOf(atLeast(rate), LIMITS, view);
  if (severity === "note") return null;
  const affected = formatNumber(Math.round(rate.value * view.documents));
  const { similarity } = view.settings;
  const alike = similarity === undefined ? "" : ` (similarity ${String(similarity)} or more, each pair checked)`;
  return {
    severity,
    rule: "near-copies",
    family: "near-duplicates",
    id: "near_duplicate_affected_rate",
    title: `${formatPercent(rate.value)} of the documents have a near-copy`,
    detail: `${affected} of ${formatNumber(view.documents)} are almost like another one${alike}. ${WHY[severity]}`,
    documents: [],
    ngrams: [],
  };
};
