import type { FindingRule, Severity } from "../finding.ts";
import { formatCount, formatNumber, formatPercent } from "../format-number.ts";
import { atLeast, type Limits, severityOf } from "../severity-of.ts";

/**
 * Warning: above what short texts by different people do by chance (1.2 % of 10,000 COCO captions, measured). Alarm: "performance
 * of an 800M parameter model can be degraded to that of a 2x smaller model (400M params) by repeating 0.1% of the data 100
 * times, despite the other 90% of the training tokens remaining unique" (Hernandez et al. 2022).
 */
const LIMITS: Limits = { warning: 0.02, alarm: 0.1 };
const SHOWN = 2;

const WHY: Readonly<Record<Severity, string>> = {
  alarm:
    "With repeats in a tenth of its training text, a model did no better than one of half its size (Hernandez et al. 2022).",
  warning: "Of short captions by different people about 1\u00A0% do.",
  note: "Where texts are short that happens by chance.",
};

/** Documents that repeat an earlier one character for character. */
export const exactCopies: FindingRule = (view) => {
  const rate = view.measured("near-duplicates", "exact_duplicate_rate");
  if (rate === null || rate.value === 0) return null;
  const severity = severityOf(atLeast(rate), LIMITS, view);
  const copies = Math.round(rate.value * view.documents);
  const repeat = copies === 1 ? "repeats" : "repeat";
  const copied = copies === 1 ? "is an exact copy" : "are exact copies";
  return {
    severity,
    rule: "exact-copies",
    family: "near-duplicates",
    id: "exact_duplicate_rate",
    title:
      severity === "note"
        ? `${formatCount(copies, "document")} ${copied}`
        : `${formatPercent(rate.value)} of the documents are exact copies`,
    detail: `${formatNumber(copies)} of ${formatNumber(view.documents)} ${repeat} an earlier one character for character. ${WHY[severity]}`,
    documents: view.evidence.exactGroups
      .slice(0, SHOWN)
      .map(({ copies: times, document }) => ({ ...document, remark: `${formatNumber(times)} times` })),
    ngrams: [],
  };
};
