import type { Unit } from "@corpulse/measurement";
import { formatAmount, formatDifference, formatShare } from "./format-amount.ts";
import type { Bound } from "./policy.ts";

/** Says in words what a limit allows, for example `at most 5 %` or `a fall of at most 10 %`. */
export function describeBound(bound: Bound, unit: Unit): string {
  if ("at" in bound) return `at ${bound.kind === "max" ? "most" : "least"} ${formatAmount(bound.at, unit)}`;
  const { rel, abs, need } = bound;
  const amounts = [rel === null ? null : formatShare(rel), abs === null ? null : formatDifference(abs, unit)];
  // Both must be exceeded to break the limit, so that either one keeps it, and the other way round.
  const joined = amounts.filter((amount) => amount !== null).join(need === "both" ? " or " : " and ");
  return `a ${bound.kind === "max_drop" ? "fall" : "rise"} of at most ${joined}`;
}
