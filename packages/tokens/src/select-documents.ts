import { FINGERPRINT_WORDS } from "./fingerprint.ts";
import type { TokenCorpus } from "./token-corpus.ts";

/**
 * The corpus of some documents of another one, in the order given: a part of it, or a draw for a comparison at equal size.
 * Ids are given anew, so the result equals the corpus that the chosen texts alone would make.
 *
 * @throws {RangeError} when there is no such document
 * @example
 * ```ts
 * import { selectDocuments, tokenCorpus } from "@corpulse/tokens";
 *
 * selectDocuments(tokenCorpus(["a b", "c", "b c"]), [2]).vocabulary; // ["b", "c"]
 * ```
 */
export function selectDocuments(corpus: TokenCorpus, documents: ArrayLike<number>): TokenCorpus {
  const { tokens, offsets, fingerprints } = corpus;
  const chosenOffsets = new Uint32Array(documents.length + 1);
  for (let index = 0; index < documents.length; index++) {
    const document = documents[index];
    if (!(Number.isInteger(document) && document >= 0 && document < offsets.length - 1)) {
      throw new RangeError(
        `Cannot select documents: each must be in 0…${offsets.length - 2}, current value is ${document}`,
      );
    }
    chosenOffsets[index + 1] = chosenOffsets[index] + offsets[document + 1] - offsets[document];
  }
  const chosen = new Int32Array(chosenOffsets[documents.length]);
  const chosenFingerprints = new Uint32Array(documents.length * FINGERPRINT_WORDS);
  const newIds = new Int32Array(corpus.vocabulary.length).fill(-1);
  const vocabulary: string[] = [];
  for (let index = 0; index < documents.length; index++) {
    const document = documents[index];
    let target = chosenOffsets[index];
    for (let position = offsets[document]; position < offsets[document + 1]; position++) {
      const id = tokens[position];
      if (newIds[id] < 0) newIds[id] = vocabulary.push(corpus.vocabulary[id]) - 1;
      chosen[target++] = newIds[id];
    }
    const from = document * FINGERPRINT_WORDS;
    chosenFingerprints.set(fingerprints.subarray(from, from + FINGERPRINT_WORDS), index * FINGERPRINT_WORDS);
  }
  return {
    tokens: chosen,
    offsets: chosenOffsets,
    vocabulary,
    fingerprints: chosenFingerprints,
    tokenizer: corpus.tokenizer,
  };
}
