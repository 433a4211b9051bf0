import type { Unit } from "@corpulse/measurement";
import { formatAmount, formatDifference, formatNumber, formatShare } from "./format-amount.ts";
import type { Change, DecidingLimit, Verdict } from "./gate-result.ts";
import type { Evidence } from "./judge-bound.ts";

const signed = (text: string): string => (text.startsWith("−") ? text : `+${text}`);

/** Whether the limit that decided is the relative one; beside a small expected value shares say little. */
const isRelative = ({ bound, threshold }: DecidingLimit, expected: number): boolean =>
  "rel" in bound && bound.rel !== null && (bound.abs === null || threshold !== bound.abs) && expected !== 0;

/** Noise around nearly nothing reaches below it, where no value can fall. */
const floor = (share: number | null): number => Math.max(-1, share ?? 0);

function describeChange(change: Change, relativeLimit: boolean, unit: Unit): string {
  const { absolute, low, high, relative, relativeLow, relativeHigh } = change;
  const write = relativeLimit ? formatShare : (amount: number): string => formatDifference(amount, unit);
  const [at, from, to] = relativeLimit
    ? [floor(relative), floor(relativeLow), floor(relativeHigh)]
    : [absolute, low, high];
  const interval = from === to ? "" : ` (${signed(write(from))} to ${signed(write(to))})`;
  return `${signed(write(at))}${interval}`;
}

function describeValue({ measured, low, high }: Evidence, unit: Unit): string {
  const interval = low === high ? "" : ` (${formatAmount(low, unit)} to ${formatAmount(high, unit)})`;
  return `${formatAmount(measured.value, unit)}${interval}`;
}

function conclusion(verdict: Verdict, { tier, text }: DecidingLimit, undecided: boolean): string {
  const name = tier === "warn" ? "warning limit" : "limit";
  if (verdict === "pass") return `within the ${name}, ${text}`;
  if (verdict === "inconclusive") return `the ${name}, ${text}, lies inside the interval`;
  return undecided ? `not proven to keep the ${name}, ${text}` : `beyond the ${name}, ${text}`;
}

/** The verdict of an evaluated rule in a sentence: what was found, against what, and how that stands to the limit. */
export function describeVerdict(
  verdict: Verdict,
  limit: DecidingLimit,
  { unit, documents, undecided }: { readonly unit: Unit; readonly documents: number; readonly undecided: boolean },
  found: Evidence,
): string {
  const end = conclusion(verdict, limit, undecided);
  const { change, reference, measured } = found;
  if (!("need" in limit.bound) || change === null || reference === null) return `${describeValue(found, unit)}: ${end}`;
  const [shown, expected] = [measured.value, reference.value].map((value) => formatAmount(value, unit));
  const moved = describeChange(change, isRelative(limit, reference.value), unit);
  return `${moved}, ${shown} against ${expected} expected of ${formatNumber(documents)} documents: ${end}`;
}
