import type { FindingRule } from "../finding.ts";
import { formatNumber } from "../format-number.ts";
import { JUDGEABLE_DOCUMENTS } from "../severity-of.ts";

/**
 * The spread of lengths divided by their mean. Texts by people have 0.2 and more (measured: COCO captions 0.22, GSM8K questions
 * 0.39, self-instruct seeds 0.61); half of the least is suspicious. In simulated collapse the spread of lengths moved first.
 */
const WARNING = 0.1;

/** Documents that all have about the same length. */
export const evenLengths: FindingRule = ({ measured, documents }) => {
  const mean = measured("size", "document_length_mean");
  const sd = measured("size", "document_length_sd");
  if (mean === null || sd === null || mean.value === 0 || documents < JUDGEABLE_DOCUMENTS) return null;
  if (sd.value / mean.value >= WARNING) return null;
  const around = `${formatNumber(mean.value)} tokens on average, give or take ${formatNumber(sd.value)}`;
  return {
    severity: "warning",
    rule: "even-lengths",
    family: "size",
    id: "document_length_sd",
    title: "All documents have almost the same length",
    detail: `They hold ${around}. Texts by people vary at least twice as much: were these cut, filled up or generated to length?`,
    documents: [],
    ngrams: [],
  };
};
