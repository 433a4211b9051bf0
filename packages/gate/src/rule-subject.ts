import { FACTS, type Facts, factsOf } from "@corpulse/measurement";
import { type Scope, SCOPES } from "./scope.ts";

/** What a rule can be about: one measurement in one scope. */
export interface RuleSubject {
  /** `scope.id`, as policies write it. */
  readonly rule: string;
  readonly scope: Scope;
  readonly facts: Facts;
  /** Whether the scope has a reference of equal size, so that a drop or a rise can be limited. */
  readonly comparable: boolean;
}

/** What is defined between two corpora: shares of the candidate's documents, or of pairs, that meet a copy in the base. */
const OVERLAP_IDS = [
  "exact_duplicate_rate",
  "near_duplicate_candidate_rate",
  "near_duplicate_affected_rate",
  "near_duplicate_removable_rate",
  "near_duplicate_pair_rate",
];

/** Both sides of a comparison have this many documents because they were drawn so. */
const SET_BY_MATCHING = "documents";

/** `types` stands twice in the registry; a rule means the one at a token budget, which compares. */
const GATEABLE = FACTS.filter((facts) => facts.id !== SET_BY_MATCHING && factsOf(facts.id) === facts);

/** Everything a rule can be about, in the order of the scopes and of the registry. */
export const RULE_SUBJECTS: ReadonlyMap<string, RuleSubject> = new Map(
  SCOPES.flatMap((scope) =>
    GATEABLE.filter(({ id }) => scope !== "overlap" || OVERLAP_IDS.includes(id)).map((facts): [string, RuleSubject] => [
      `${scope}.${facts.id}`,
      { rule: `${scope}.${facts.id}`, scope, facts, comparable: scope !== "overlap" },
    ]),
  ),
);

/** Why a rule that names a scope and a measurement is none all the same; `undefined` when there is no such name at all. */
export function whyNoSubject(rule: string): string | undefined {
  const dot = rule.indexOf(".");
  const [scope, id] = [rule.slice(0, dot), rule.slice(dot + 1)];
  if (!SCOPES.some((known) => known === scope) || !FACTS.some((facts) => facts.id === id)) return undefined;
  return id === SET_BY_MATCHING && scope !== "overlap"
    ? "documents is set by the size matching and cannot be limited: gate.min_records says how few are too few"
    : `${id} is not defined between two corpora: overlap knows ${OVERLAP_IDS.join(", ")}`;
}
