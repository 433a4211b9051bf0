import { featureHash } from "./feature-hash.ts";

/** The lengths of the character n-grams, word boundaries included. */
export const SHORTEST_GRAM = 3;
export const LONGEST_GRAM = 5;

const WORD = 0;
const GRAM = 1;

/** The hash of the word itself. */
export function wordFeature(word: string): number {
  return featureHash(word, 0, word.length, WORD);
}

/** Calls `emit` with the hash of every character n-gram of `<word>`, repeated ones included. The boundaries are U+0002 and U+0003. */
export function eachGram(word: string, emit: (hash: number) => void): void {
  const bounded = `\u0002${word}\u0003`;
  for (let length = SHORTEST_GRAM; length <= LONGEST_GRAM; length++) {
    for (let start = 0; start + length <= bounded.length; start++) {
      emit(featureHash(bounded, start, start + length, GRAM));
    }
  }
}
