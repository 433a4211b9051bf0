import type { Unit } from "@corpulse/measurement";
import { formatAmount, formatDifference, formatNumber, formatShare } from "./format-amount.ts";
import type { Change, DecidingLimit, Verdict } from "./gate-result.ts";
import type { Evidence } from "./judge-bound.ts";

const signed = (text: string): string => (text.startsWith("−") ? text : `+${text}`);

function describeChange(change: Change, limit: DecidingLimit, unit: Unit): string {
  const { absolute, low, high, relative, relativeLow, relativeHigh } = change;
  const asShare = relative !== null && "rel" in limit.bound && limit.bound.rel !== null;
  const write = asShare ? formatShare : (amount: number): string => formatDifference(amount, unit);
  const [at, from, to] = asShare ? [relative, relativeLow ?? 0, relativeHigh ?? 0] : [absolute, low, high];
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
  const expected = `${formatAmount(measured.value, unit)} where ${formatAmount(reference.value, unit)} is expected of ${formatNumber(documents)} documents`;
  return `${describeChange(change, limit, unit)}, ${expected}: ${end}`;
}
