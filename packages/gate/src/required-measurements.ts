import { FAMILIES, type Family } from "@corpulse/measurement";
import type { Policy, Rule } from "./policy.ts";
import type { Scope } from "./scope.ts";

/** What one scope needs measured. */
export interface ScopeNeeds {
  readonly families: readonly Family[];
  /** The families in which a drop or a rise is limited, so that the reference must be measured as well. */
  readonly compared: readonly Family[];
  /** The ids that rules name, in the order of the policy. */
  readonly ids: readonly string[];
}

const isCompared = ({ warn, fail }: Rule): boolean => [...warn, ...fail].some((bound) => "need" in bound);

const familiesOf = (rules: readonly Rule[]): readonly Family[] =>
  FAMILIES.filter((family) => rules.some((rule) => rule.family === family));

/**
 * Which families a policy needs measured in which scopes, so that nothing else has to be. A scope without rules needs none.
 *
 * @example
 * ```ts
 * import { parsePolicy, requiredMeasurements } from "@corpulse/gate";
 *
 * const policy = parsePolicy({ version: 1, rules: { "candidate.self_bleu_3": { fail: { max_rise: "20%" } } } });
 * requiredMeasurements(policy).candidate; // { families: ["self-bleu"], compared: ["self-bleu"], ids: ["self_bleu_3"] }
 * ```
 */
export function requiredMeasurements({ rules }: Pick<Policy, "rules">): Readonly<Record<Scope, ScopeNeeds>> {
  const needs = (scope: Scope): ScopeNeeds => {
    const ours = rules.filter((rule) => rule.scope === scope);
    return { families: familiesOf(ours), compared: familiesOf(ours.filter(isCompared)), ids: ours.map(({ id }) => id) };
  };
  return { candidate: needs("candidate"), overlap: needs("overlap"), merged: needs("merged") };
}
