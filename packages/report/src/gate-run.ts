import type { GateResult, RuleResult } from "@corpulse/gate";
import { factsOf, type Settings } from "@corpulse/measurement";
import { formatCount, formatNumber } from "./format-number.ts";
import type { InputSummary } from "./report.ts";

/** The one record that every format of a gate's result is made from. */
export interface GateRun {
  readonly result: GateResult;
  /** What was read as the base, and what as the candidate. */
  readonly base: readonly InputSummary[];
  readonly candidate: readonly InputSummary[];
  /** Where the policy comes from, for example `corpulse.yaml` or `recommended`. */
  readonly policy: string;
  /** Every setting that can change a number, by name. */
  readonly settings: Settings;
}

/** The documents of some inputs. */
export function documentsIn(inputs: readonly InputSummary[]): number {
  return inputs.reduce((sum, { documents }) => sum + documents, 0);
}

/** How the rules divide, in a sentence. */
export function summarizeRules({ counts, rules }: GateResult): string {
  const { fail, warn, inconclusive, not_evaluated: open, pass } = counts;
  const of = rules.length;
  if (pass === of && of > 0) return of === 1 ? "The only rule passes." : `All ${formatNumber(of)} rules pass.`;
  const parts = [
    [fail, fail === 1 ? "fails" : "fail"],
    [warn, warn === 1 ? "warns" : "warn"],
    [inconclusive, inconclusive === 1 ? "is inconclusive" : "are inconclusive"],
    [open, "could not be evaluated"],
    [pass, pass === 1 ? "passes" : "pass"],
  ] as const;
  const [first, ...rest] = parts.filter(([count]) => count > 0);
  if (first === undefined) return "There are no rules.";
  const head = `${formatNumber(first[0])} of ${formatCount(of, "rule")} ${first[1]}`;
  return `${[head, ...rest.map(([count, verb]) => `${formatNumber(count)} ${verb}`)].join(", ")}.`;
}

const SCOPES: Readonly<Record<RuleResult["scope"], string>> = {
  candidate: "the new documents alone",
  overlap: "new documents beside the base",
  merged: "what the merge would leave",
};

/** What a rule looks at, in plain words. */
export function subjectOf({ family, id, scope }: RuleResult): string {
  return `${factsOf(id, family).title} (${SCOPES[scope]})`;
}

/** A rule's finding as a sentence. */
export function sentenceOf({ reason }: RuleResult): string {
  const glued = reason.replace(/(\d) (%|pp)/g, "$1\u00A0$2");
  const sentence = glued.charAt(0).toUpperCase() + glued.slice(1);
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
