import type { Family, Interval } from "@corpulse/measurement";
import type { Bound, Tier } from "./policy.ts";
import type { Scope } from "./scope.ts";

/**
 * What a gate finds. `inconclusive`: the limit lies inside the interval. `not_evaluated`: there is nothing to hold against the
 * limit, which is never a pass.
 */
export type Verdict = "pass" | "warn" | "fail" | "inconclusive" | "not_evaluated";

/** The verdicts, gravest first, as a report lists them. */
export const VERDICTS: readonly Verdict[] = ["fail", "warn", "inconclusive", "not_evaluated", "pass"];

/** How far a value lies from what as many documents of the base are expected to show. */
export interface Change {
  /** Measured minus expected, in the unit of the measurement, and the ends of its interval. */
  readonly absolute: number;
  readonly low: number;
  readonly high: number;
  /** The same three as shares of the expected value; `null` when that is 0, from where every change is infinite. */
  readonly relative: number | null;
  readonly relativeLow: number | null;
  readonly relativeHigh: number | null;
  /** By how much draws of this size differ by chance: the half-width of the interval that comes of drawing alone. */
  readonly noise: number;
  readonly confidence: number;
  readonly method: string;
}

/** The limit that decided a verdict. */
export interface DecidingLimit {
  readonly tier: Tier;
  readonly bound: Bound;
  /** The limit in the unit of the measurement: a value for max and min, an amount for max_drop and max_rise. */
  readonly threshold: number;
  /** The limit in words, for example `at most 5 %`. */
  readonly text: string;
}

/** Where a document stands in its input. */
export interface Locator {
  readonly input: string;
  readonly line: number;
  readonly byte: number;
}

/** The records behind a verdict. */
export interface GateEvidence {
  /** How many records are concerned, and of how many. */
  readonly records: number;
  readonly of: number;
  readonly examples: readonly {
    readonly document: Locator;
    /** The document that it repeats. */
    readonly match?: Locator;
    readonly similarity?: number;
  }[];
}

/** What one rule found. */
export interface RuleResult {
  readonly rule: string;
  readonly scope: Scope;
  readonly family: Family;
  readonly id: string;
  readonly verdict: Verdict;
  /** The value held against the limits, a mean where several draws were measured; `null` when there is none. */
  readonly value: number | null;
  /** `null` when the value is exact. */
  readonly interval: Interval | null;
  /** What as many documents of the base are expected to show; `null` when nothing was compared. */
  readonly reference: number | null;
  readonly change: Change | null;
  /** How many documents each side of the comparison had; `null` when the scope was not measured. */
  readonly documents: number | null;
  readonly limit: DecidingLimit | null;
  /** The verdict in a sentence. */
  readonly reason: string;
  readonly evidence: GateEvidence | null;
  readonly signature: string | null;
}

/** What a gate found, rule by rule in the order of the policy. */
export interface GateResult {
  /** `pass` only when every rule passed; `not_evaluated` when not one could be evaluated. */
  readonly verdict: "pass" | "warn" | "fail" | "not_evaluated";
  /** 0: pass or warn. 1: fail. 2: not a single rule could be evaluated. */
  readonly exitCode: 0 | 1 | 2;
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly rules: readonly RuleResult[];
}
