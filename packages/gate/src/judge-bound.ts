import type { Change, DecidingLimit } from "./gate-result.ts";
import type { Bound, GateSettings, Tier } from "./policy.ts";
import type { Side } from "./summarize-side.ts";
import { toleratedChange } from "./tolerated-change.ts";

/** Where a value stands to one limit; `unknown` when what the limit needs is missing. */
export interface Standing extends Omit<DecidingLimit, "text"> {
  readonly is: "beyond" | "undecided" | "inside" | "unknown";
}

/** What one rule has to hold against its limits. */
export interface Evidence {
  readonly measured: Side;
  /** The least and the greatest value that the interval allows. */
  readonly low: number;
  readonly high: number;
  /** `null` when there is no reference to compare with. */
  readonly reference: Side | null;
  readonly change: Change | null;
}

/** A fall of exactly the tolerated share must not exceed it because 0.4 − 0.36 is 0.04000000000000004. */
const ROUNDING = 1e-12;

/**
 * Holds an interval against one limit, by `proof`: `bad` is beyond only when the whole interval is, `good` is inside only when
 * the whole interval is, and nothing is undecided.
 */
export function judgeBound(bound: Bound, tier: Tier, found: Evidence, proof: GateSettings["proof"]): Standing {
  const judge = (low: number, high: number, threshold: number, slack: number): Standing => {
    const limit = threshold + slack;
    const is = high <= limit ? "inside" : low > limit || proof === "good" ? "beyond" : "undecided";
    return { is, tier, bound, threshold };
  };
  const { low, high, change, reference } = found;
  if ("at" in bound) {
    if (bound.kind === "max") return judge(low, high, bound.at, 0);
    return { ...judge(-high, -low, -bound.at, 0), threshold: bound.at };
  }
  if (change === null || reference === null) return { is: "unknown", tier, bound, threshold: 0 };
  const threshold = toleratedChange(bound, reference.value);
  const slack = ROUNDING * Math.max(Math.abs(reference.value), Math.abs(found.measured.value));
  return bound.kind === "max_rise"
    ? judge(change.low, change.high, threshold, slack)
    : judge(-change.high, -change.low, threshold, slack);
}
