import { inverseDocumentFrequency } from "./inverse-document-frequency.ts";

const LARGEST = 0x7fff;

/** Values of word vectors have this many steps more while they are added up. */
export const FRACTIONS = 256;

/**
 * How far from zero word vectors reach, as a multiple of the word's weight: eleven standard deviations. Only a word that
 * repeats its own n-grams hundreds of times reaches further; such values end there.
 */
const REACH = 16;

/** How many steps of 16 bits are 1 in a word vector: so many that the rarest word reaches far enough. */
export function stepsPerOne(documents: number): number {
  return LARGEST / (REACH * inverseDocumentFrequency(1, documents));
}
