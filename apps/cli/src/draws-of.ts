import { drawWithoutReplacement, type Random } from "@corpulse/measurement";

/** A range of documents of the merged corpus. */
export interface DocumentRange {
  readonly from: number;
  readonly to: number;
}

/** The number of documents of a range. */
export function sizeOf({ from, to }: DocumentRange): number {
  return to - from;
}

/** The numbers of all documents of a range. */
export function allOf({ from, to }: DocumentRange): Uint32Array {
  return Uint32Array.from({ length: to - from }, (_, index) => from + index);
}

/** Seeded draws of some documents of a range, without replacement; the whole range, once, when it has just as many. */
export function drawsOf(range: DocumentRange, size: number, draws: number, random: Random): readonly Uint32Array[] {
  const population = sizeOf(range);
  if (size === population) return [allOf(range)];
  return Array.from({ length: draws }, () =>
    drawWithoutReplacement(population, size, random).map((document) => range.from + document),
  );
}
