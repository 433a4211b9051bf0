import { APOSTROPHE, LETTER_KIND, OTHER_KIND, RIGHT_QUOTE, type WordSpelling } from "./word-spelling.ts";

const ASCII = 0x80;

/** What stands for a character that ends a word: any control character does. */
const SEPARATOR = 1;
/** What says that nothing stands for a character. Of one that has not been looked at it is 0. */
export const NONE = 2;

/** What stands for a character in the word kernel, which knows ASCII, and above it letters as tokens have them. */
export function standIn(unit: number, spelling: WordSpelling): number {
  const kind = spelling.kindOf(unit);
  if (kind === OTHER_KIND) return SEPARATOR;
  if (unit === RIGHT_QUOTE) return APOSTROPHE;
  const letter = spelling.inWord[unit];
  return kind === LETTER_KIND && letter >= ASCII ? letter : NONE;
}
