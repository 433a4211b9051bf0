import type { Measurement } from "@corpulse/measurement";
import { formatNumber, formatShare } from "./format-number.ts";

type Valued = Pick<Measurement, "family" | "unit" | "value">;

/** Whether a value reads best as a percentage. Self-BLEU is a fraction by range, but no share of anything: papers print 0.57. */
function isShare({ family, unit }: Valued): boolean {
  return unit === "fraction" && family !== "self-bleu";
}

function format(measurement: Valued, value: number): string {
  if (isShare(measurement)) return formatShare(value);
  return measurement.unit === "bits" ? `${formatNumber(value)}\u00A0bits` : formatNumber(value);
}

/** The value of a measurement for people, `–` when there is none. */
export function formatValue(measurement: Valued): string {
  return measurement.value === null ? "–" : format(measurement, measurement.value);
}

/** The interval of an estimated measurement, `exact` for all others. */
export function formatCertainty(measurement: Measurement): string {
  const { interval } = measurement;
  if (interval === null) return "exact";
  const end = (value: number): string => format(measurement, value).replace(/\u00A0(?:%|bits)$/, "");
  const sign = isShare(measurement) ? "\u00A0%" : "";
  return `[${end(interval.low)},\u00A0${end(interval.high)}]${sign}`;
}
