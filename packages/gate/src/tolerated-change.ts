import type { ChangeBound } from "./policy.ts";

/**
 * How far a value may move, in its own unit, when `expected` is what the reference shows. Written as an amount rather than a
 * ratio, so that an expected 0 needs no division: from 0, any change exceeds every share.
 */
export function toleratedChange({ rel, abs, need }: ChangeBound, expected: number): number {
  const amounts = [rel === null ? null : rel * Math.abs(expected), abs].filter((amount) => amount !== null);
  return need === "both" ? Math.max(...amounts) : Math.min(...amounts);
}
