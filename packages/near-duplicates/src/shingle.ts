/** What two documents are compared by: runs of `size` words, or of `size` characters. */
export interface Shingle {
  readonly unit: "words" | "chars";
  readonly size: number;
}

/** See the README for what it was chosen by. */
export const DEFAULT_SHINGLE: Shingle = { unit: "words", size: 3 };

/** The longest shingle: beyond it even copies of a page with a changed word have no shingle in common. */
const LONGEST = 100;

/** @throws {RangeError} when the unit is unknown or the size is not a whole number in 1…100 */
export function checkShingle({ unit, size }: Shingle): void {
  if (unit !== "words" && unit !== "chars") {
    throw new RangeError(`Cannot cut shingles: the unit must be words or chars, current value is ${String(unit)}`);
  }
  if (!(Number.isInteger(size) && size >= 1 && size <= LONGEST)) {
    throw new RangeError(`Cannot cut shingles: the size must be an integer in 1…${LONGEST}, current value is ${size}`);
  }
}

/**
 * Reads a shingle as the command line writes it.
 *
 * @throws {RangeError} when the text is not `words:N` or `chars:N`, or N is not in 1…100
 * @example
 * ```ts
 * import { parseShingle } from "@corpulse/near-duplicates";
 *
 * parseShingle("chars:5"); // { unit: "chars", size: 5 }
 * ```
 */
export function parseShingle(text: string): Shingle {
  const [, unit, size] = /^(words|chars):(\d{1,9})$/.exec(text) ?? [];
  if (unit === undefined) {
    throw new RangeError(
      `Cannot read a shingle: it must be words:N or chars:N, such as words:3, current value is ${text}`,
    );
  }
  const shingle: Shingle = { unit: unit === "words" ? "words" : "chars", size: Number(size) };
  checkShingle(shingle);
  return shingle;
}

/** The shingle as {@link parseShingle} reads it: the form in which it stands in signatures. */
export function formatShingle({ unit, size }: Shingle): string {
  return `${unit}:${size}`;
}
