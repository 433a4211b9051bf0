import type { Family } from "@corpulse/measurement";
import type { FindingRule } from "../finding.ts";

/** The numbers that an alarm can rest on, in plain words. */
const JUDGED: readonly (readonly [family: Family, id: string, words: string])[] = [
  ["near-duplicates", "exact_duplicate_rate", "exact copies"],
  ["near-duplicates", "near_duplicate_affected_rate", "near-copies"],
  ["size", "document_length_sd", "document lengths"],
];

const TEMPLATES = ["ngram-entropy", "self_repetition_4", "templates"] as const;

const NOT_MEASURED = "They were not measured";
const NO_ALARM = "so no alarm could come from them.";

/** What could not be judged, so that silence is never mistaken for health. */
export const unjudged: FindingRule = ({ measured, measurements, documents, evidence }) => {
  const absent = JUDGED.filter(([family, id]) => measured(family, id) === null);
  const templates = evidence.repeatedNgrams.length === 0 && measured(TEMPLATES[0], TEMPLATES[1]) === null;
  const words = [...absent.map(([, , name]) => name), ...(templates ? [TEMPLATES[2]] : [])];
  const [first] = absent;
  if (words.length === 0 || documents === 0) return null;
  const list = words.length === 1 ? words[0] : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
  const reason = measurements.find(
    ({ family, id, value }) =>
      value === null && [...absent, TEMPLATES].some((one) => one[0] === family && one[1] === id),
  )?.reason;
  return {
    severity: "note",
    rule: "unjudged",
    family: first?.[0] ?? TEMPLATES[0],
    id: first?.[1] ?? TEMPLATES[1],
    title: `Not judged: ${list}`,
    detail:
      reason === null || reason === undefined
        ? `${NOT_MEASURED} in this run, ${NO_ALARM}`
        : `${NOT_MEASURED}, ${NO_ALARM} The reason: ${reason}.`,
    documents: [],
    ngrams: [],
  };
};
