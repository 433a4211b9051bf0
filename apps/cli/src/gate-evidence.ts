import type { GateEvidence, Locator, RuleResult } from "@corpulse/gate";
import type { ScopeComparisons } from "./compare-scopes.ts";
import type { DocumentPlace } from "./corpus-loader.ts";

/** How many records the result names; the rest are counted. People are shown the first few, programs get the list. */
const EXAMPLES = 1000;

type Locate = (document: number) => DocumentPlace;

function placeOf({ input, line, byte }: DocumentPlace): Locator {
  return { input, line, byte };
}

function overlapEvidence(
  { id }: RuleResult,
  { overlapResult }: ScopeComparisons,
  locate: Locate,
  of: number,
): GateEvidence | null {
  if (overlapResult === undefined) return null;
  const { document, match, similarity, exact } = overlapResult.matches;
  const onlyExact = id === "exact_duplicate_rate";
  const named = [...document.keys()].filter((entry) => !onlyExact || exact[entry] === 1);
  return {
    records: named.length,
    of,
    examples: named.slice(0, EXAMPLES).map((entry) => ({
      document: placeOf(locate(document[entry])),
      match: placeOf(locate(match[entry])),
      similarity: similarity[entry],
    })),
  };
}

function candidateEvidence(
  { family, id }: RuleResult,
  { candidateResults }: ScopeComparisons,
  locate: Locate,
  of: number,
): GateEvidence | null {
  const found = candidateResults?.["near-duplicates"];
  if (family !== "near-duplicates" || found === undefined) return null;
  const exact = id === "exact_duplicate_rate";
  const groups = exact ? found.exactGroups : found.clusters;
  const counted = exact || id === "near_duplicate_removable_rate" ? id : "near_duplicate_affected_rate";
  const source = found.measurements.find((one) => one.id === counted);
  const records = Math.round((source?.value ?? 0) * of);
  return {
    records,
    of,
    examples: groups.slice(0, EXAMPLES).map(({ documents }) => ({
      document: placeOf(locate(documents[1])),
      match: placeOf(locate(documents[0])),
    })),
  };
}

/** The records behind a rule's verdict: which candidate documents repeat what. Rules about the whole batch name none. */
export function gateEvidence(
  rule: RuleResult,
  scopes: ScopeComparisons,
  locate: Locate,
  { candidateFrom, records }: { readonly candidateFrom: number; readonly records: number },
): GateEvidence | null {
  if (rule.scope === "overlap") return overlapEvidence(rule, scopes, locate, records);
  if (rule.scope === "candidate") {
    return candidateEvidence(rule, scopes, (document) => locate(candidateFrom + document), records);
  }
  return null;
}
