import type { WordIds } from "./word-ids.ts";
import { letterOf } from "./word-spelling.ts";

/** The id of the word with the units from `from` to `to`, which may be too long or too wide to be looked up as a few numbers. */
export function internWide(units: Uint16Array, from: number, to: number, { spelling, vocabulary }: WordIds): number {
  const letters = units.subarray(from, to).map((unit) => letterOf(unit, spelling.inWord));
  return vocabulary.internUnits(letters, 0, letters.length);
}
