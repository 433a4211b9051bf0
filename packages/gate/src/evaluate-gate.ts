import type { Comparison } from "./comparison.ts";
import { conclude } from "./conclude.ts";
import type { GateResult } from "./gate-result.ts";
import { judgeRule } from "./judge-rule.ts";
import type { Policy } from "./policy.ts";

/** What a gate judges. A scope that no rule needs may be left out; a rule whose scope is missing is not evaluated. */
export interface GateInput {
  readonly policy: Policy;
  /** The candidate, against draws of as many documents from the base (or draws of the candidate, when it is the larger). */
  readonly candidate?: Comparison | undefined;
  /** The candidate's documents beside the base: no reference. */
  readonly overlap?: Comparison | undefined;
  /** Draws of the merged corpus at the base's size, against the base. */
  readonly merged?: Comparison | undefined;
  /** How many records the candidate has. */
  readonly records: number;
}

/**
 * Holds what was measured against a policy: one verdict a rule, and what they come to. Fails when a rule is proven broken, or
 * with `proof: good` when it is not proven kept; never passes on what could not be measured.
 *
 * @throws {RangeError} when the number of records is not a whole number
 * @example
 * ```ts
 * import { evaluateGate, parsePolicy } from "@corpulse/gate";
 * import { measured } from "@corpulse/measurement";
 *
 * const policy = parsePolicy({ version: 1, rules: { "overlap.exact_duplicate_rate": { fail: { max: "3%" } } } });
 * const signature = "near-duplicates|v:1";
 * const rate = measured({ family: "near-duplicates", id: "exact_duplicate_rate", value: 0.3, signature });
 * const overlap = { measured: [[rate]], reference: [], documents: 1000 };
 * evaluateGate({ policy, overlap, records: 1000 }).exitCode; // 1
 * ```
 */
export function evaluateGate({ policy, candidate, overlap, merged, records }: GateInput): GateResult {
  if (!Number.isInteger(records) || records < 0) {
    throw new RangeError(`Cannot evaluate a gate: records must be a whole number, current value is ${records}`);
  }
  const comparisons = { candidate, overlap, merged };
  const rules = policy.rules.map((rule) => judgeRule(rule, comparisons[rule.scope], records, policy.gate));
  return { ...conclude(rules, policy.gate.onInconclusive), rules };
}
