import type { CorpusView, Finding, FindingRule } from "../finding.ts";
import { formatCount, formatNumber, formatPercent } from "../format-number.ts";
import { type Limits, severityOf } from "../severity-of.ts";

/** Empty texts in data that was meant to hold text point at a broken export or a wrong field; a tenth cannot be an accident. */
const LIMITS: Limits = { warning: 0.01, alarm: 0.1 };

const base = { rule: "empty-documents", family: "size", documents: [], ngrams: [] } as const;
const HINT = "Is it the right field, and did the export work?";

function withoutTokens({ measured }: CorpusView): Finding | null {
  const zero = (id: string): boolean => measured("size", id)?.value === 0;
  if (!zero("document_length_p05")) return null;
  const half = zero("document_length_p50");
  const share = half ? "half of the documents hold" : "one document in twenty holds";
  return {
    ...base,
    severity: half ? "alarm" : "warning",
    id: half ? "document_length_p50" : "document_length_p05",
    title: `At least ${share} no token`,
    detail: `The tokenizer finds nothing in them. ${HINT}`,
  };
}

/** Records without text, and documents in which the tokenizer finds nothing. */
export const emptyDocuments: FindingRule = (view) => {
  // In plain text an empty line parts paragraphs; only in records it is a text that is missing.
  const inputs = view.inputs.filter(({ format }) => format !== "text");
  const blank = inputs.reduce((sum, input) => sum + input.blank, 0);
  const records = inputs.reduce((sum, input) => sum + input.blank + input.documents, 0);
  const severity = blank === 0 ? "note" : severityOf(blank / records, LIMITS, view);
  if (severity === "note") return withoutTokens(view);
  const share = `They are ${formatPercent(blank / records)} of ${formatNumber(records)}, and were left out.`;
  const title = `${formatCount(blank, "record")} ${blank === 1 ? "holds" : "hold"} no text`;
  return { ...base, severity, id: "documents", title, detail: `${share} ${HINT}` };
};
