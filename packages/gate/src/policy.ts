import type { Family } from "@corpulse/measurement";
import type { Scope } from "./scope.ts";

/** A limit on the value itself. */
export interface ValueBound {
  readonly kind: "max" | "min";
  /** In the unit of the measurement. */
  readonly at: number;
}

/** A limit on how far the value may fall or rise from what as many documents of the base are expected to show. */
export interface ChangeBound {
  readonly kind: "max_drop" | "max_rise";
  /** As a share of the expected value; `null` when only `abs` limits. */
  readonly rel: number | null;
  /** In the unit of the measurement; `null` when only `rel` limits. */
  readonly abs: number | null;
  /** Where both limit: whether both must be exceeded, or either is enough. */
  readonly need: "both" | "either";
}

/** One limit of a rule. */
export type Bound = ValueBound | ChangeBound;

/** How grave it is to exceed a limit. */
export type Tier = "warn" | "fail";

/** One rule: the limits on one measurement in one scope. */
export interface Rule {
  /** `scope.id`. */
  readonly rule: string;
  readonly scope: Scope;
  readonly family: Family;
  readonly id: string;
  readonly warn: readonly Bound[];
  readonly fail: readonly Bound[];
}

/** How the limits are applied. */
export interface GateSettings {
  /** With fewer records than this a rule is not evaluated, unless one copy is one copy however few there are. @default 200 */
  readonly minRecords: number;
  /** What a limit inside the interval does to the whole gate. @default "warn" */
  readonly onInconclusive: "warn" | "fail";
  /** `bad`: only a proven excess fails. `good`: only a proven keeping passes. @default "bad" */
  readonly proof: "bad" | "good";
  /** How many size-matched draws a comparison takes. @default 10 */
  readonly draws: number;
}

/** What a policy fixes of how is measured; absent fields are left to the caller. They mean what the flags of `corpulse` mean. */
export interface MeasureSettings {
  readonly text?: string;
  readonly tokenizer?: string;
  readonly keepCase?: boolean;
  readonly vectors?: string;
  readonly shingle?: string;
  readonly similarity?: number;
  readonly seed?: number;
}

/** A checked policy with every default filled in, as `parsePolicy()` makes it. */
export interface Policy {
  readonly version: 1;
  readonly gate: GateSettings;
  readonly measure: MeasureSettings;
  /** The rules that apply, in the order of the file; at least one. */
  readonly rules: readonly Rule[];
  /** The rules that the file turns off. */
  readonly off: readonly string[];
}
