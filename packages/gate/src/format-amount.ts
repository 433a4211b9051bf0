import type { Unit } from "@corpulse/measurement";

/** Writes a number with a comma between thousands and a real minus sign. */
export function formatNumber(value: number): string {
  const [whole, ...rest] = String(Math.abs(value)).split(".");
  const grouped = [whole.replace(/\B(?=(?:\d{3})+$)/g, ","), ...rest].join(".");
  return value < 0 ? `−${grouped}` : grouped;
}

const rounded = (value: number, digits: number): string => formatNumber(Number(value.toPrecision(digits)));

/** Writes a share as a percentage. */
export function formatShare(share: number): string {
  return `${rounded(share * 100, 3)} %`;
}

/** Writes a value in its unit, short enough to read: `5 %`, `1,234 tokens`, `0.412`. */
export function formatAmount(value: number, unit: Unit): string {
  if (unit === "fraction") return formatShare(value);
  const number = rounded(value, 4);
  return unit === "score" || unit === "distance" ? number : `${number} ${unit}`;
}

/** Writes a difference of two values; that of two shares is in percentage points, which are not per cent. */
export function formatDifference(value: number, unit: Unit): string {
  return unit === "fraction" ? `${rounded(value * 100, 3)} pp` : formatAmount(value, unit);
}
