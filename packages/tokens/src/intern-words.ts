import type { CodeUnits } from "./code-units.ts";
import { internWide } from "./intern-wide.ts";
import { SHORT } from "./word-slot.ts";
import {
  DIGIT_KIND,
  INVOLVED,
  JOINER_KIND,
  LETTER_KIND,
  letterOf,
  OTHER_KIND,
  POINT_KIND,
  UNDERSCORE,
  UNKNOWN,
  type WordSpelling,
} from "./word-spelling.ts";
import type { WordIds } from "./word-ids.ts";

/** Stands for a character whose part in words hangs on its neighbours. */
const GIVE_UP = -1;
/** How many units a character has that is not one of the first 65,536. */
const PAIR = 2;

/** What stands in a token for the unit at `index`, which is no part of a word by itself: 0 when it ends the word before it. */
function joint(units: Uint16Array, index: number, spelling: WordSpelling): number {
  const { kinds, inWord } = spelling;
  const unit = units[index];
  const kind = spelling.kindOf(unit);
  if (kind === INVOLVED) return spelling.separates(unit, units[index + 1]) ? 0 : GIVE_UP;
  if (kind !== JOINER_KIND && kind !== POINT_KIND) return inWord[unit];
  const parts = kind === JOINER_KIND ? LETTER_KIND : DIGIT_KIND;
  if (index === 0 || kinds[units[index - 1]] !== parts) return 0;
  // Zeros stand behind the text.
  const following = spelling.kindOf(units[index + 1]);
  if (following === INVOLVED) return spelling.separates(units[index + 1], units[index + 2]) ? 0 : GIVE_UP;
  if (following !== parts) return 0;
  return letterOf(unit, inWord);
}

/** Whether a word has nothing but underscores. */
function isSilent(units: Uint16Array, from: number, to: number, inWord: Uint16Array): boolean {
  let at = from;
  while (at < to && inWord[units[at]] === UNDERSCORE) at++;
  return at === to;
}

/**
 * Writes the ids of the words of a text, from where it has been read to on, to `target` from `at` on, and gives the place after
 * the last: what the word tokenizer makes of it, in one pass that finds, folds and hashes. It ends between two words, `until`
 * being the first place it may. Or gives `~place` of a character whose part in words hangs on its neighbours; the words before
 * it have their ids by then, which are the same in whatever way they are found, and the text has been read no further than before.
 */
export function internWords(text: CodeUnits, until: number, ids: WordIds, target: Int32Array, at: number): number {
  const { units } = text;
  const { spelling, vocabulary } = ids;
  // What is or-ed with 0 is an integer of 32 bits for the compiler too, which else converts it at each unit.
  const { kinds, inWord } = spelling;
  let next = at;
  let index = text.at;
  while (index < until) {
    let letter = inWord[units[index]];
    if (letter === 0) {
      const kind = kinds[units[index]];
      if (kind === INVOLVED) {
        if (!spelling.separates(units[index], units[index + 1])) return ~index;
        index += PAIR;
        continue;
      }
      // A unit that is looked at for the first time may turn out to be a letter.
      if (kind === UNKNOWN) spelling.kindOf(units[index]);
      else index++;
      continue;
    }
    const from = index;
    let first = 0;
    let second = 0;
    let third = 0;
    let all = 0;
    let shift = 0;
    do {
      do {
        // Shifts are taken modulo 32.
        if (shift < 32) first |= letter << shift;
        else if (shift < 64) second |= letter << shift;
        else third |= letter << shift;
        shift += 8;
        all |= letter;
        letter = inWord[units[++index]];
      } while (letter !== 0);
      if (kinds[units[index]] !== OTHER_KIND) letter = joint(units, index, spelling) | 0;
      if (letter === GIVE_UP) return ~index;
    } while (letter !== 0);
    if ((first & 0xff) === UNDERSCORE && isSilent(units, from, index, inWord)) continue;
    target[next++] =
      all < 0x100 && shift <= 8 * SHORT
        ? vocabulary.internShort(first, second, third, index - from)
        : internWide(units, from, index, ids);
  }
  text.at = index;
  return next;
}
