import { characterClass, CONNECTOR, DIGIT, JOINER, LETTER, OTHER, POINT } from "./character-class.ts";
import type { CodeUnits } from "./code-units.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { EMPTY_HASH, hashUnit, wordHash } from "./word-hash.ts";

const ASCII = 0x80;
const UNDERSCORE = 0x5f;
const KINDS = Uint8Array.from({ length: ASCII }, (_, code) => characterClass(code));
const GLUED = Uint8Array.from(KINDS, (kind) => (kind === JOINER ? LETTER : kind === POINT ? DIGIT : OTHER));

/** How the units of ASCII words are spelt as tokens. */
export interface Spelling {
  /** By code unit, what stands in its place in a token. */
  readonly letters: Uint16Array;
  /** The same for letters, digits and connectors, and 0 for what ends a word or joins two parts of it. */
  readonly inWord: Uint16Array;
}

/** The spelling that keeps case or folds it. */
export function asciiSpelling(keepCase: boolean): Spelling {
  const letters = Uint16Array.from({ length: ASCII }, (_, code) => {
    const character = String.fromCharCode(code);
    return (keepCase ? character : character.toLowerCase()).charCodeAt(0);
  });
  const inWord = letters.map((letter, code) => ([LETTER, DIGIT, CONNECTOR].includes(KINDS[code]) ? letter : 0));
  return { letters, inWord };
}

/**
 * Writes the ids of the words of an ASCII text to `target` from `at` on, and gives the place after the last: what the word
 * tokenizer makes of it, in one pass that finds, folds and hashes, as most text is ASCII.
 */
export function internAsciiWords(
  { units, length }: CodeUnits,
  { letters, inWord }: Spelling,
  vocabulary: Vocabulary,
  target: Int32Array,
  at: number,
): number {
  let next = at;
  for (let index = 0; index < length;) {
    const start = index;
    let hash = EMPTY_HASH;
    // Differs from 0 when there is more than connectors.
    let spoken = 0;
    let letter = inWord[units[index]];
    while (letter !== 0) {
      hash = hashUnit(hash, letter);
      spoken |= letter ^ UNDERSCORE;
      // Zeros stand behind the text.
      const unit = units[++index];
      letter = inWord[unit];
      if (letter !== 0) continue;
      const glued = GLUED[unit];
      if (glued !== OTHER && KINDS[units[index - 1]] === glued && KINDS[units[index + 1]] === glued) letter = unit;
    }
    if (spoken !== 0) target[next++] = vocabulary.internUnits(units, start, index, wordHash(hash), letters);
    index++;
  }
  return next;
}
