import type { Bound } from "./policy.ts";
import { toleratedChange } from "./tolerated-change.ts";

/** Stands for the largest expected value where the range has no end. */
const FAR = 1e12;

/**
 * Whether one limit lets something through that another of the same kind does not. What two limits on a change tolerate are
 * piecewise linear functions of the expected value, so they are compared at their kinks and at both ends of the range.
 */
export function isLooser(limit: Bound, than: Bound, highest: number | null): boolean {
  if ("at" in limit && "at" in than) return limit.kind === "max" ? limit.at > than.at : limit.at < than.at;
  if ("at" in limit || "at" in than) return false;
  const kinks = [limit, than].flatMap(({ rel, abs }) => (rel !== null && rel > 0 && abs !== null ? [abs / rel] : []));
  const end = highest ?? FAR;
  return [0, ...kinks.filter((kink) => kink < end), end].some(
    (expected) => toleratedChange(limit, expected) > toleratedChange(than, expected),
  );
}
