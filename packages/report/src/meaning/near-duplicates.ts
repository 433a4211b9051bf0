import { formatAbout, formatNumber } from "../format-number.ts";
import type { Meanings, Reading } from "../reading.ts";

/** `12 of 1,300` for a share of the documents. */
function documentsOf({ value, documents }: Reading): string {
  return `${formatNumber(Math.round(value * documents))} of ${formatNumber(documents)}`;
}

export const nearDuplicatesMeanings: Meanings = {
  exact_duplicate_rate: (reading) =>
    reading.value === 0
      ? "No document repeats another one."
      : `${documentsOf(reading)} documents repeat an earlier one.`,
  near_duplicate_candidate_rate: (reading) =>
    reading.value === 0 ? "No two looked alike." : `${documentsOf(reading)} looked alike.`,
  near_duplicate_affected_rate: (reading) =>
    reading.value === 0 ? "None has one." : `${documentsOf(reading)} have one.`,
  near_duplicate_removable_rate: (reading) =>
    reading.value === 0
      ? "Nothing could go: there are no near-copies."
      : `Keeping one of each group would drop ${documentsOf(reading)} documents.`,
  near_duplicate_pair_rate: ({ value }) => {
    if (value === 0) return "No two documents are near-copies.";
    if (value === 1) return "Any two documents are near-copies.";
    const draws = formatAbout(1 / value);
    return `Two random documents are near-copies ${draws === "1" ? "in nearly every draw" : `once in ${draws} draws`}.`;
  },
  near_duplicate_largest_cluster: ({ value, parts }) => {
    if (value < 2) return "No two documents are near-copies.";
    return typeof parts.star === "number" && parts.star < value
      ? `${formatNumber(parts.star)} are like one of them.`
      : "They are all like one of them.";
  },
};
