import type { Measurement } from "@corpulse/measurement";
import type { TokenCorpus } from "@corpulse/tokens";
import { measureAlone } from "./measure-alone.ts";
import type { OrderOptions } from "./ngram-entropy.ts";
import { measureUnseenMass } from "./panel/measure-unseen-mass.ts";

/**
 * The share of n-grams that only their own document holds: how much of a further document would be new. In 0…1, higher
 * is more diverse, and of all numbers of this package the first to fall when a corpus is made by a model from itself.
 *
 * Source: Good 1953, in leave-one-document-out form.
 *
 * @throws {RangeError} when the order is not in 1…4, there are fewer than 2 texts, or none has an n-gram of that order
 * @throws {TypeError} when a text is not a string
 * @example
 * ```ts
 * import { unseenMass } from "@corpulse/ngram-entropy";
 *
 * unseenMass(["the cat sat", "the cat ran"]).value; // 0.5
 * ```
 */
export function unseenMass(
  texts: Iterable<string> | TokenCorpus,
  { order = 2, ...rest }: OrderOptions = {},
): Measurement {
  return measureAlone(texts, { order, highest: 4, ...rest }, (tables) => measureUnseenMass(tables, order));
}
