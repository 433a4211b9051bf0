/** How a Vendi score is weighted. */
export interface VendiOptions {
  /**
   * The order of the entropy: 1 (Shannon), 2 (collision) or Infinity (the largest eigenvalue alone). The higher, the less
   * rare documents count.
   *
   * @default 1
   */
  readonly order?: number;
}

/** Eigenvalues below this share of the largest are rounding, not data. */
const ROUNDING = 1e-12;

/** How far the sum of the eigenvalues may be from 1. */
const TOLERANCE = 1e-6;

/**
 * The Vendi score of a similarity matrix whose eigenvalues, divided by the number of items, are known: between 1 (all
 * items alike) and the number of items (nothing in common).
 *
 * Source: Friedman & Dieng 2023; orders other than 1: Pasarkar & Dieng 2024.
 *
 * @throws {RangeError} when the eigenvalues do not sum to 1, or the order is not 1, 2 or Infinity
 * @example
 * ```ts
 * import { vendiFromEigenvalues } from "@corpulse/embedding-spread";
 *
 * vendiFromEigenvalues([0.5, 0.5, 0]); // 2
 * ```
 */
export function vendiFromEigenvalues(eigenvalues: ArrayLike<number>, { order = 1 }: VendiOptions = {}): number {
  let largest = 0;
  let sum = 0;
  for (let index = 0; index < eigenvalues.length; index++) {
    largest = Math.max(largest, eigenvalues[index]);
    sum += eigenvalues[index];
  }
  if (!(Math.abs(sum - 1) <= TOLERANCE)) {
    throw new RangeError(`Cannot take a Vendi score: the eigenvalues must sum to 1, current value is ${sum}`);
  }
  let entropy = 0;
  let squares = 0;
  for (let index = 0; index < eigenvalues.length; index++) {
    const value = eigenvalues[index];
    if (value < ROUNDING * largest) continue;
    entropy -= value * Math.log(value);
    squares += value * value;
  }
  if (order === 1) return Math.exp(entropy);
  if (order === 2) return 1 / squares;
  if (order === Infinity) return 1 / largest;
  throw new RangeError(`Cannot take a Vendi score: the order must be 1, 2 or Infinity, current value is ${order}`);
}
