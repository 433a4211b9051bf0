import type { GateEvidence, GateResult, RuleResult } from "./gate-result.ts";

/**
 * Adds to each rule the records behind its verdict, as the caller finds them. Verdicts do not change.
 *
 * @example
 * ```ts
 * import { type GateResult, withEvidence } from "@corpulse/gate";
 *
 * const counts = { fail: 0, warn: 0, inconclusive: 0, not_evaluated: 0, pass: 0 };
 * const result: GateResult = { verdict: "not_evaluated", exitCode: 2, counts, rules: [] };
 * withEvidence(result, () => ({ records: 904, of: 8000, examples: [] })).rules; // []
 * ```
 */
export function withEvidence(result: GateResult, evidenceOf: (rule: RuleResult) => GateEvidence | null): GateResult {
  return { ...result, rules: result.rules.map((rule) => ({ ...rule, evidence: evidenceOf(rule) })) };
}
