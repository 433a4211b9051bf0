import type { FindingRule } from "../finding.ts";
import { formatCount, formatNumber, formatPercent } from "../format-number.ts";

/** A few broken lines happen; from one in a hundred on, what was measured is no longer what was given. */
const WARNING = 0.01;

/** Records that could not be read and did not take part. */
export const unreadableRecords: FindingRule = ({ inputs }) => {
  const rejected = inputs.reduce((sum, input) => sum + input.rejected, 0);
  const records = inputs.reduce((sum, input) => sum + input.rejected + input.documents, 0);
  if (rejected === 0) return null;
  const share = rejected / records;
  return {
    severity: share >= WARNING ? "warning" : "note",
    rule: "unreadable-records",
    family: "size",
    id: "documents",
    title: `${formatCount(rejected, "record")} could not be read`,
    detail: `They are ${formatPercent(share)} of ${formatNumber(records)} records and took no part in any number.`,
    documents: [],
    ngrams: [],
  };
};
