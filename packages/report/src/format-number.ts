const SIGNIFICANT_DIGITS = 3;
/** Below this a number is written with an exponent: more leading zeros can no longer be counted at a glance. */
const SMALLEST_PLAIN = 1e-4;

function separateThousands(digits: string): string {
  return digits.replace(/\B(?=(?:\d{3})+$)/g, ",");
}

function formatMagnitude(value: number): string {
  if (value === 0) return "0";
  if (value >= 1e15) return value.toExponential(SIGNIFICANT_DIGITS - 1);
  if (Number.isInteger(value) || value >= 1000) return separateThousands(value.toFixed(0));
  if (value < SMALLEST_PLAIN) return value.toExponential(1);
  const plain = value.toPrecision(SIGNIFICANT_DIGITS);
  return plain.includes("e") ? separateThousands(value.toFixed(0)) : plain;
}

/** A number for people: whole numbers in full with thousands separators, all others to three digits. */
export function formatNumber(value: number): string {
  return value < 0 ? `-${formatMagnitude(-value)}` : formatMagnitude(value);
}

/** A share of 1 in per cent, to three digits. What is not quite all is never written as 100 %. The space does not break. */
export function formatShare(share: number): string {
  const percent = share * 100;
  const size = Math.abs(percent);
  if (size > 99.95 && size < 100) return `${percent < 0 ? "-" : ""}99.9\u00A0%`;
  const plain = size >= SMALLEST_PLAIN && size < 100 ? percent.toPrecision(SIGNIFICANT_DIGITS) : formatNumber(percent);
  return `${plain}\u00A0%`;
}

/** The same within a sentence: 30 %, not 30.0 %. */
export function formatPercent(share: number): string {
  return formatShare(share).replace(/^(-?\d[\d,]*)\.0+(?=\u00A0)/, "$1");
}

const LARGE = [
  [1e12, "trillion"],
  [1e9, "billion"],
  [1e6, "million"],
] as const;

/** A count rounded to two digits, for an `about`. */
export function formatAbout(value: number): string {
  if (value >= 1e15) return formatNumber(value);
  for (const [size, word] of LARGE) if (value >= size) return `${formatAbout(value / size)}\u00A0${word}`;
  if (value < 10) return formatNumber(value < 1 ? value : Math.round(value));
  const scale = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1);
  return formatNumber(Math.round(value / scale) * scale);
}

/** How often, rounded to two digits: `never`, `once`, `120 times`. */
export function formatTimes(count: number): string {
  const about = formatAbout(count);
  return about === "0" ? "never" : about === "1" ? "once" : `${about} times`;
}

/** `1 document`, `2 documents`. */
export function formatCount(count: number, one: string, many: string = `${one}s`): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}
