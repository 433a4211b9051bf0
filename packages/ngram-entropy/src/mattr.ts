import { tokenFlags } from "./token-flags.ts";

/** The window of a moving average. */
export interface MattrOptions {
  /** @default 50 */
  readonly window?: number;
}

/** The numbers of types in each window of a text, added up. */
export function typesInWindows(tokens: ArrayLike<number>, window: number): number {
  const counts = tokenFlags(tokens);
  let types = 0;
  let sum = 0;
  for (let at = 0; at < tokens.length; at++) {
    if (counts[tokens[at]]++ === 0) types++;
    if (at >= window && --counts[tokens[at - window]] === 0) types--;
    if (at >= window - 1) sum += types;
  }
  return sum;
}

/**
 * The moving-average type–token ratio of one text, given as token ids: the share of different tokens in a window, averaged
 * over all windows. In 1/window…1, higher is more diverse, and the length of the text does not matter.
 *
 * Source: Covington & McFall 2010, "Cutting the Gordian knot: the moving-average type–token ratio".
 *
 * @throws {RangeError} when the text is shorter than the window
 * @example
 * ```ts
 * import { mattr } from "@corpulse/ngram-entropy";
 *
 * mattr([0, 1, 2, 1], { window: 3 }); // 0.8333333333333334
 * ```
 */
export function mattr(tokens: ArrayLike<number>, { window = 50 }: MattrOptions = {}): number {
  if (!(Number.isInteger(window) && window >= 1 && window <= tokens.length)) {
    throw new RangeError(
      `Cannot move a window: it must be a whole number in 1…${tokens.length}, current value is ${window}`,
    );
  }
  return typesInWindows(tokens, window) / (window * (tokens.length - window + 1));
}
