import type { Finding, FindingRule } from "../finding.ts";
import { formatCount } from "../format-number.ts";
import { JUDGEABLE_DOCUMENTS } from "../severity-of.ts";

const base = { rule: "too-small", family: "size", id: "documents", documents: [], ngrams: [] } as const;

function nothing(): Finding {
  const detail = "No document was kept, so there is nothing to measure.";
  return { ...base, severity: "alarm", title: "The corpus is empty", detail };
}

/**
 * Whether there are enough documents to judge. Signals of collapse shrink with the square root of the number of documents:
 * what stands out at 5,000 documents is a seventh of that at 100.
 */
export const tooSmall: FindingRule = ({ documents }) => {
  if (documents === 0) return nothing();
  if (documents >= JUDGEABLE_DOCUMENTS) return null;
  const each = `with ${formatCount(documents, "document")} a single one is more than 1\u00A0% of the corpus`;
  const detail = `Rates say little here: ${each}. From ${JUDGEABLE_DOCUMENTS} documents on they are judged.`;
  return { ...base, severity: "warning", title: "The corpus is too small to judge", detail };
};
