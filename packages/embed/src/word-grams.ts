import { absorb, mix, scramble } from "./feature-hash.ts";

/** The lengths of the character n-grams, word boundaries included. */
const SHORTEST_GRAM = 3;
const LONGEST_GRAM = 5;
const [BEGINNING, ENDING] = [2, 3].map(scramble);

/** The seed of their hashes. */
export const GRAM = 1;

/** N-grams beyond are left out: so long a word is no word, and what it costs must not grow with it. */
export const LONGEST_SPELLING = 4096;

/** At most how many n-grams a word has. */
export const MOST_GRAMS: number = (LONGEST_GRAM - SHORTEST_GRAM + 1) * LONGEST_SPELLING;

/** Reads words as the character n-grams (3–5) of `<word>`, repeated ones included. The boundaries are U+0002 and U+0003. */
export class WordGrams {
  /** The hashes of the word read last. */
  readonly hashes: Int32Array = new Int32Array(MOST_GRAMS);
  readonly #scrambled = new Int32Array(LONGEST_SPELLING + 2);

  /** Hashes the n-grams of a word and gives their number. */
  read(word: string): number {
    const scrambled = this.#scrambled;
    const hashes = this.hashes;
    const spelt = Math.min(word.length, LONGEST_SPELLING);
    scrambled[0] = BEGINNING;
    for (let index = 0; index < spelt; index++) scrambled[index + 1] = scramble(word.charCodeAt(index));
    scrambled[spelt + 1] = ENDING;
    const last = word.length > spelt ? spelt + 1 : spelt + 2;
    let count = 0;
    for (let start = 0; start + SHORTEST_GRAM <= last; start++) {
      const end = Math.min(last, start + LONGEST_GRAM);
      let hash = GRAM;
      for (let index = start; index < end; index++) {
        hash = absorb(hash, scrambled[index]);
        const length = index + 1 - start;
        if (length >= SHORTEST_GRAM) hashes[count++] = mix(hash ^ (length * 4));
      }
    }
    return count;
  }
}
