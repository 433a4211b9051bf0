import type { Change } from "./gate-result.ts";
import type { Side } from "./summarize-side.ts";

/** Takes −0, which no reader expects, to 0. */
const plain = (value: number): number => value + 0;

/** Where the draws come from that make a change uncertain, in words. */
function methodOf(sides: readonly Side[], documents: number): string {
  const drawn = sides.map(({ draws }) => draws).filter((draws) => draws > 1);
  const size = `${documents} documents, 95 % prediction interval`;
  const methods = [
    ...(drawn.length > 0 ? [`${drawn.join(" and ")} draws of ${size}`] : []),
    ...sides.map(({ method }) => method),
  ];
  const named = [...new Set(methods.filter((method) => method !== null))];
  return named.length === 0 ? "exact" : named.join("; ");
}

/**
 * How far the measured side lies from the reference, with the interval that drawing and the measurements' own intervals leave.
 * Both sides are treated alike, because either may be the drawn one.
 */
export function subtractSides(measured: Side, reference: Side, documents: number): Change {
  const absolute = measured.value - reference.value;
  const noise = Math.sqrt(measured.noise * measured.noise + reference.noise * reference.noise);
  const low = absolute - measured.below - reference.above - noise;
  const high = absolute + measured.above + reference.below + noise;
  const share = (amount: number): number | null => (reference.value === 0 ? null : plain(amount / reference.value));
  return {
    absolute: plain(absolute),
    low: plain(low),
    high: plain(high),
    relative: share(absolute),
    relativeLow: share(low),
    relativeHigh: share(high),
    noise,
    confidence: Math.min(measured.confidence, reference.confidence),
    method: methodOf([measured, reference], documents),
  };
}
