/** What a character means to the word tokenizer. */
export const OTHER = 0;
export const LETTER = 1;
export const DIGIT = 2;
/** Belongs to a word but does not make one: the underscore and its kin. */
export const CONNECTOR = 3;
/** Belongs to a word only between two letters: apostrophes and the zero-width joiners. */
export const JOINER = 4;
/** Belongs to a number only between two digits: point and comma. */
export const POINT = 5;
/** Continues whatever it follows: accents, vowel signs. */
export const MARK = 6;
/** A letter of a script that is written without spaces, whose words `Intl.Segmenter` finds. */
export const UNSPACED = 7;

const JOINERS = /['\u2019\u200c\u200d]/;
const UNSPACED_SCRIPTS =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u;

function classify(character: string): number {
  if (JOINERS.test(character)) return JOINER;
  if (character === "." || character === ",") return POINT;
  if (/\p{Pc}/u.test(character)) return CONNECTOR;
  if (/\p{N}/u.test(character)) return DIGIT;
  if (/[\p{L}\p{M}]/u.test(character) && UNSPACED_SCRIPTS.test(character)) return UNSPACED;
  if (/\p{M}/u.test(character)) return MARK;
  return /\p{L}/u.test(character) ? LETTER : OTHER;
}

const UNKNOWN = 255;
const CODE_POINTS = 0x110000;
const BASIC = 0x800;
const basic = Uint8Array.from({ length: BASIC }, (_, code) => classify(String.fromCodePoint(code)));
let beyond: Uint8Array | undefined;

/** The class of a code point. Classes are looked up once each: a corpus uses few of Unicode's million code points. */
export function characterClass(code: number): number {
  if (code < BASIC) return basic[code];
  beyond ??= new Uint8Array(CODE_POINTS).fill(UNKNOWN);
  const known = beyond[code];
  if (known !== UNKNOWN) return known;
  return (beyond[code] = classify(String.fromCodePoint(code)));
}
