import { type Direction, type Facts, factsOf, type Unit } from "./facts.ts";
import type { Family } from "./family.ts";

/** Where the true value lies: the interval's ends, how sure that is, and what makes it uncertain. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  /** The share of such intervals that hold the true value, for example 0.95; 1 for bounds that are certain. */
  readonly confidence: number;
  /** What was varied or left out, in words, for example `nearest distances of 1,024 sampled documents`. */
  readonly method: string;
}

/** A part's value: the counts and ratios a number is made of. */
export type Part = number | string | boolean | null | readonly number[];

/** One number that a metric found, with everything needed to read it and to know what it may be compared with. */
export interface Measurement {
  readonly family: Family;
  readonly id: string;
  /** `null` when the corpus does not allow the number: `reason` then says why. Never NaN, never infinite. */
  readonly value: number | null;
  readonly unit: Unit;
  readonly range: readonly [low: number, high: number | null];
  readonly direction: Direction;
  readonly sizeDependent: boolean;
  /** Whether the value is exact for this corpus; otherwise `interval` says how far off it may be. */
  readonly exact: boolean;
  readonly interval: Interval | null;
  readonly parts: Readonly<Record<string, Part>>;
  readonly signature: string;
  /** Why there is no value; absent when there is one. */
  readonly reason?: string;
}

/** What a metric hands over for one value; the rest comes from the registry. */
export interface Finding {
  readonly family: Family;
  readonly id: string;
  readonly value: number;
  readonly signature: string;
  readonly parts?: Readonly<Record<string, Part>>;
  /** @default null, which says that the value is exact */
  readonly interval?: Interval | null;
}

/** How far beyond its range a sum of rounded terms may land: 1.0000000000000002 is 1, not an error. */
const ROUNDING = 1e-9;

function record(facts: Facts): Pick<Measurement, "family" | "id" | "unit" | "range" | "direction" | "sizeDependent"> {
  const { family, id, unit, range, direction, sizeDependent } = facts;
  return { family, id, unit, range, direction, sizeDependent };
}

/**
 * Makes the record of one value and holds what the registry promises of its id.
 *
 * @throws {RangeError} when the id is unknown, or the value is not finite or lies outside its range
 * @example
 * ```ts
 * import { measured } from "@corpulse/measurement";
 *
 * measured({ family: "size", id: "documents", value: 3, signature: "size|tokenizer:words|v:1" }).unit; // "documents"
 * ```
 */
export function measured({ family, id, value, signature, parts = {}, interval = null }: Finding): Measurement {
  const facts = factsOf(id, family);
  const [low, high] = facts.range;
  const inRange = Math.min(Math.max(value, low), high ?? Number.POSITIVE_INFINITY);
  if (!Number.isFinite(value) || Math.abs(value - inRange) > ROUNDING) {
    const range = high === null ? `at least ${low}` : `in ${low}…${high}`;
    throw new RangeError(`Cannot record ${id}: the value must be finite and ${range}, current value is ${value}`);
  }
  return { ...record(facts), value: inRange, exact: interval === null, interval, parts, signature };
}

/**
 * Makes the record of a value that the corpus does not allow, and says why. A gate never passes on it.
 *
 * @throws {RangeError} when the id is unknown
 * @example
 * ```ts
 * import { notMeasurable } from "@corpulse/measurement";
 *
 * const reason = "a self-BLEU needs at least 2 documents, there is 1";
 * notMeasurable({ family: "self-bleu", id: "self_bleu_4", reason, signature: "self-bleu|order:4|v:1" }).value; // null
 * ```
 */
export function notMeasurable(
  absent: Pick<Finding, "family" | "id" | "signature" | "parts"> & { readonly reason: string },
): Measurement {
  const { family, id, reason, signature, parts = {} } = absent;
  return { ...record(factsOf(id, family)), value: null, exact: true, interval: null, parts, signature, reason };
}
