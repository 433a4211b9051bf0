import type { CorpusView, FindingRule } from "../finding.ts";
import type { RepeatedNgram } from "../evidence.ts";
import { formatNumber, formatPercent } from "../format-number.ts";
import { type Limits, severityOf } from "../severity-of.ts";

/**
 * In texts that people wrote the commonest 5-word sequence stands in 1 to 2 % of the documents (measured: COCO captions
 * 0.9 %, GSM8K questions 1.3 % and answers 2.1 %, self-instruct seeds 1.1 %). Warning: more than twice that; alarm: in one of five.
 */
const LIMITS: Limits = { warning: 0.05, alarm: 0.2 };
const ORDER = 5;
const SHOWN = 3;

function longest({ evidence }: CorpusView): readonly RepeatedNgram[] {
  const known = evidence.repeatedNgrams.filter(({ documents }) => documents > 1);
  const order = known.some((ngram) => ngram.order === ORDER) ? ORDER : Math.max(...known.map((ngram) => ngram.order));
  return known.filter((ngram) => ngram.order === order).toSorted((a, b) => b.documents - a.documents);
}

/** Word sequences that many documents share: the sign of a template. */
export const template: FindingRule = (view) => {
  const ngrams = longest(view).slice(0, SHOWN);
  const [worst] = ngrams;
  if (worst === undefined || view.documents === 0) return null;
  const share = worst.documents / view.documents;
  // Five characters in a row say nothing about templates, nor do two or three words.
  const judged = worst.order >= ORDER && !String(view.settings.tokenizer ?? "").startsWith("characters");
  const severity = judged ? severityOf(share, LIMITS, view) : "note";
  const where = `${formatNumber(worst.documents)} of ${formatNumber(view.documents)} documents`;
  return {
    severity,
    rule: "template",
    family: "ngram-entropy",
    id: "self_repetition_4",
    title:
      severity === "note"
        ? `The sequence of ${worst.order} that most documents share is in ${formatPercent(share)} of them`
        : `A template: the same ${worst.order} words stand in ${formatPercent(share)} of the documents`,
    detail:
      severity === "note"
        ? "Where people write freely, 1 to 2\u00A0% is usual."
        : `${where} hold it; where people write freely, 1 to 2\u00A0% is usual.`,
    documents: [],
    ngrams,
  };
};
