import { tokenFlags } from "./token-flags.ts";

/** When a factor is full. */
export interface MtldOptions {
  /**
   * The type–token ratio at which a stretch ends.
   * @default 0.72
   */
  readonly threshold?: number;
}

function factors(tokens: ArrayLike<number>, threshold: number, reversed: boolean): number {
  const lastFactor = tokenFlags(tokens);
  let factor = 1;
  let length = 0;
  let types = 0;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[reversed ? tokens.length - 1 - at : at];
    length++;
    if (lastFactor[token] !== factor) types++;
    lastFactor[token] = factor;
    if (types / length <= threshold) {
      factor++;
      length = 0;
      types = 0;
    }
  }
  const partial = length === 0 ? 0 : (1 - types / length) / (1 - threshold);
  return factor - 1 + partial;
}

/**
 * The measure of textual lexical diversity of one text, given as token ids: the mean length of stretches whose type–token
 * ratio stays above 0.72, read forwards and backwards. At least 1, higher is more diverse; a text that repeats nothing
 * scores its length.
 *
 * The variant: a stretch ends where the ratio reaches the threshold or falls below it, however short it is; what remains
 * at the end counts as a part of a stretch; the result is the mean of the two directions.
 *
 * Source: McCarthy & Jarvis 2010, "MTLD, vocd-D, and HD-D: a validation study".
 *
 * @throws {RangeError} when the text is empty, or the threshold is not between 0 and 1
 * @example
 * ```ts
 * import { mtld } from "@corpulse/ngram-entropy";
 *
 * mtld([0, 1, 2, 3]); // 4
 * ```
 */
export function mtld(tokens: ArrayLike<number>, { threshold = 0.72 }: MtldOptions = {}): number {
  if (tokens.length === 0)
    throw new RangeError("Cannot measure MTLD: the text must have a token, current value is 0 tokens");
  if (!(threshold > 0 && threshold < 1)) {
    throw new RangeError(`Cannot measure MTLD: the threshold must be between 0 and 1, current value is ${threshold}`);
  }
  const length = (reversed: boolean): number => tokens.length / (factors(tokens, threshold, reversed) || 1);
  return (length(false) + length(true)) / 2;
}
