import { formatNumber } from "./format-number.ts";

const BASES = [100, 1000, 10_000, 1_000_000, 1_000_000_000] as const;

/** A share as a count out of a round number that does it justice: 0.124 is 12 of 100, 0.0004 is 4 of 10,000. */
export interface PlainShare {
  readonly count: string;
  readonly of: string;
}

/** Finds the smallest round number of which the share is neither none nor all, unless it is exactly that. */
export function plainShare(share: number): PlainShare {
  const between = (base: number): boolean => Math.round(share * base) > 0 && Math.round(share * base) < base;
  const base = share <= 0 || share >= 1 ? BASES[0] : (BASES.find(between) ?? BASES[4]);
  return { count: formatNumber(Math.round(share * base)), of: formatNumber(base) };
}
