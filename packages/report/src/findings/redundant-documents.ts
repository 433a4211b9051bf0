import type { FindingRule } from "../finding.ts";
import { formatNumber } from "../format-number.ts";

const SHOWN = 3;

/** The documents that say least of their own. Self-BLEU moves with the size of a corpus, so this names and never judges. */
export const redundantDocuments: FindingRule = ({ evidence }) => {
  const shown = evidence.redundantDocuments.filter(({ score }) => score > 0).slice(0, SHOWN);
  const [worst] = shown;
  if (worst === undefined) return null;
  return {
    severity: "note",
    rule: "redundant-documents",
    family: "self-bleu",
    id: `self_bleu_${worst.order}`,
    title: "The most redundant documents",
    detail: `How much of each the others say too, from 0 to 1 (its self-BLEU-${worst.order}):`,
    documents: shown.map(({ document, score }) => ({ ...document, remark: formatNumber(score) })),
    ngrams: [],
  };
};
