import type { FindingRule } from "../finding.ts";
import { formatNumber, formatPercent } from "../format-number.ts";
import { type Limits, severityOf } from "../severity-of.ts";

/**
 * Warning: one text makes a hundredth of the corpus, so that a model meets it over and over; a sequence that stood in training
 * data ten times came out about a thousand times as often as one that stood there once (Kandpal, Wallace & Raffel 2022).
 * Alarm: a tenth, the share of repeats that halved a model's worth (Hernandez et al. 2022).
 */
const LIMITS: Limits = { warning: 0.01, alarm: 0.1 };
const OFTEN = 10;

/** The largest group of near-copies. It is judged by its star: a chain of documents, each like the next, is no group. */
export const largestGroup: FindingRule = (view) => {
  const largest = view.measured("near-duplicates", "near_duplicate_largest_cluster");
  const cluster = view.evidence.clusters[0];
  if (largest === null || largest.value < 2) return null;
  const star = cluster?.star ?? (typeof largest.parts.star === "number" ? largest.parts.star : largest.value);
  const share = star / view.documents;
  const severity = star < OFTEN ? "note" : severityOf(share, LIMITS, view);
  const size = formatNumber(largest.value);
  const chained =
    largest.value > star
      ? `${size} documents hang together as near-copies, ${formatNumber(star)} of them like one and the same document.`
      : "They are all near-copies of one and the same document.";
  const pair = cluster === undefined ? "" : ` Two of them, with similarity ${formatNumber(cluster.similarity)}:`;
  return {
    severity,
    rule: "largest-group",
    family: "near-duplicates",
    id: "near_duplicate_largest_cluster",
    title:
      severity === "note"
        ? `The largest group of near-copies has ${size} documents`
        : `One text and its near-copies make ${formatPercent(share)} of the corpus`,
    detail: `${chained}${pair}`,
    documents: (cluster?.documents ?? []).slice(0, 2).map((document) => ({ ...document, remark: "" })),
    ngrams: [],
  };
};
