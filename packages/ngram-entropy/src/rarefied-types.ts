import { absenceProbabilities } from "./absence-probabilities.ts";
import { asSpectrum, type Counts, type FrequencySpectrum, frequencySpectrum } from "./frequency-spectrum.ts";

function expectedTypes({ counts, types }: FrequencySpectrum, total: number, draws: number): number {
  if (!(Number.isInteger(draws) && draws >= 0 && draws <= total)) {
    throw new RangeError(`Cannot rarefy: the draws must be a whole number in 0…${total}, current value is ${draws}`);
  }
  const absent = absenceProbabilities(counts, total, draws);
  let sum = 0;
  for (let at = 0; at < counts.length; at++) sum += types[at] * (1 - absent[at]);
  return sum;
}

/**
 * How many types a draw of some of the tokens, without replacement, is expected to hold: the exact mean over all draws.
 * Corpora of different sizes compare at equal draws.
 *
 * Source: Hurlbert 1971, "The nonconcept of species diversity": E[S_m] = Σ (1 − C(N−x, m)/C(N, m)).
 *
 * @throws {RangeError} when there is nothing to count, a count is not a whole number, or more is drawn than there is
 * @example
 * ```ts
 * import { rarefiedTypes } from "@corpulse/ngram-entropy";
 *
 * rarefiedTypes([1, 1, 2], 2); // 1.8333333333333335: one of the six pairs is of one type
 * ```
 */
export function rarefiedTypes(counts: Counts, draws: number): number {
  const spectrum = asSpectrum(counts);
  return expectedTypes(spectrum, spectrum.tokenTotal, draws);
}

/** What document rarefaction draws from, and how much. */
export interface RarefiedDocuments {
  readonly documents: number;
  readonly draws: number;
}

/**
 * How many types a draw of whole documents is expected to hold, from the number of documents that hold each type. It
 * respects that a document repeats its own words, which drawing single tokens does not.
 *
 * Source: Colwell et al. 2012, "Models and estimators linking individual-based and sample-based rarefaction".
 *
 * @throws {RangeError} when more documents are drawn than there are, or a type is in more documents than there are
 * @example
 * ```ts
 * import { rarefiedTypesOfDocuments } from "@corpulse/ngram-entropy";
 *
 * rarefiedTypesOfDocuments([1, 2, 3], { documents: 3, draws: 1 }); // 2
 * ```
 */
export function rarefiedTypesOfDocuments(
  frequencies: ArrayLike<number>,
  { documents, draws }: RarefiedDocuments,
): number {
  const spectrum = frequencySpectrum(frequencies);
  const highest = spectrum.counts.at(-1) ?? 0;
  if (highest > documents) {
    throw new RangeError(
      `Cannot rarefy: a type must be in at most ${documents} documents, current value is ${highest}`,
    );
  }
  return expectedTypes(spectrum, documents, draws);
}
