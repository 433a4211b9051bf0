import type { Family } from "@corpulse/measurement";
import type { FindingRule } from "../finding.ts";

/** The numbers that an alarm can rest on, in plain words. */
const JUDGED: readonly (readonly [family: Family, id: string, words: string])[] = [
  ["near-duplicates", "exact_duplicate_rate", "exact copies"],
  ["near-duplicates", "near_duplicate_affected_rate", "near-copies"],
  ["size", "document_length_sd", "document lengths"],
];

/** What could not be judged, so that silence is never mistaken for health. */
export const unjudged: FindingRule = ({ measured, documents, evidence }) => {
  const absent = JUDGED.filter(([family, id]) => measured(family, id) === null);
  const templates = evidence.repeatedNgrams.length === 0 && measured("ngram-entropy", "self_repetition_4") === null;
  const words = [...absent.map(([, , name]) => name), ...(templates ? ["templates"] : [])];
  const [first] = absent;
  if (words.length === 0 || documents === 0) return null;
  const list = words.length === 1 ? words[0] : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
  return {
    severity: "note",
    rule: "unjudged",
    family: first?.[0] ?? "ngram-entropy",
    id: first?.[1] ?? "self_repetition_4",
    title: `Not judged: ${list}`,
    detail: "They were not measured in this run, so no alarm could come from them.",
    documents: [],
    ngrams: [],
  };
};
