import { longestDocument, type TokenCorpus } from "@corpulse/tokens";
import { BACKWARDS, type DocumentNumbers, listRepeats, readBackwards, readForwards } from "./document-numbers.ts";
import { fullStretches } from "./full-stretches.ts";
import { TEXT_NUMBERS, type TextSettings } from "./text-settings.ts";

/** The full stretches one way. What remains at the end counts as a part of a stretch. */
function factorsOf(ends: Int32Array, way: number, threshold: number): number {
  const length = ends[way + 2];
  return ends[way] + (length === 0 ? 0 : (1 - ends[way + 1] / length) / (1 - threshold));
}

/** `rarefiedTypes` of a document, step by step as `absenceProbabilities` does it; clears the numbers of types. */
function expectedTypes(atLeast: Int32Array, length: number, draws: number): number {
  let absent = 1;
  let expected = 0;
  for (let count = 1; atLeast[count] > 0; count++) {
    absent *= Math.max(0, length - draws - count + 1) / (length - count + 1);
    const types = atLeast[count] - atLeast[count + 1];
    atLeast[count] = 0;
    if (types > 0) expected += types * (1 - absent);
  }
  return expected;
}

/**
 * Reads documents for MATTR, MTLD and HD-D together: all three follow from where each token stood before. Gives
 * {@link TEXT_NUMBERS} of each, zeros of those that are not read: `readTexts` of the kernel.
 */
export function readTexts({ tokens, offsets, vocabulary }: TokenCorpus, settings: TextSettings): Float64Array {
  const { window, threshold, draws, least } = settings;
  const longest = longestDocument(offsets);
  const numbers: DocumentNumbers = {
    tokens,
    before: new Int32Array(vocabulary.length),
    places: new Int32Array(2 * (longest + 1)),
    list: new Int32Array(2 * (longest + 1)),
    atLeast: new Int32Array(longest + 2),
    limits: fullStretches(threshold, longest),
    ends: new Int32Array(2 * BACKWARDS),
  };
  const { atLeast, ends } = numbers;
  const found = new Float64Array(TEXT_NUMBERS * (offsets.length - 1));
  for (let document = 0; document < offsets.length - 1; document++) {
    const start = offsets[document];
    const length = offsets[document + 1] - start;
    if (length < least) continue;
    const listed = listRepeats(numbers, length, start);
    atLeast[1] = length - listed / 2;
    const repeats = readForwards(numbers, listed, length, window);
    readBackwards(numbers, length);
    const [forwards, backwards] = [factorsOf(ends, 0, threshold), factorsOf(ends, BACKWARDS, threshold)];
    const at = document * TEXT_NUMBERS;
    found[at] = length < window ? 0 : (length - window + 1) * window - repeats;
    found[at + 1] = (length / (forwards || 1) + length / (backwards || 1)) / 2;
    found[at + 2] = expectedTypes(atLeast, length, draws);
  }
  return found;
}
