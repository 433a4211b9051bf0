/** What a character means to the word tokenizer. */
export const OTHER = 0;
export const LETTER = 1;
export const DIGIT = 2;
/** Belongs to a word but does not make one: the underscore and its kin. */
export const CONNECTOR = 3;
/** Continues whatever it follows: accents, vowel signs. */
export const MARK = 4;
/** Belongs to a word only between two letters: apostrophes and the zero-width joiners. */
export const JOINER = 5;
/** Belongs to a number only between two digits: point and comma. */
export const POINT = 6;
/** A letter of a script that is written without spaces, whose words `Intl.Segmenter` finds. */
export const UNSPACED = 7;

const JOINERS = /['\u2019\u200c\u200d]/;
/** Scripts that are written without spaces. */
const UNSPACED_SCRIPTS = ["Han", "Hiragana", "Katakana", "Thai", "Lao", "Khmer", "Myanmar"];
let unspaced: RegExp | undefined;

/**
 * Asks an expression that is made when it is needed: where one stands in the text, importing this package already asks Unicode for
 * its scripts, which takes a millisecond.
 */
function isUnspaced(character: string): boolean {
  unspaced ??= new RegExp(`[${UNSPACED_SCRIPTS.map((script) => `\\p{scx=${script}}`).join("")}]`, "u");
  return unspaced.test(character);
}

/** ASCII as the properties of Unicode have it. Asking them costs more than all else that importing this package does. */
function classifyAscii(code: number): number {
  if (code >= 0x30 && code <= 0x39) return DIGIT;
  const lower = code | 0x20;
  if (lower >= 0x61 && lower <= 0x7a) return LETTER;
  if (code === 0x27) return JOINER;
  if (code === 0x2c || code === 0x2e) return POINT;
  return code === 0x5f ? CONNECTOR : OTHER;
}

function classify(character: string): number {
  if (JOINERS.test(character)) return JOINER;
  if (/\p{Pc}/u.test(character)) return CONNECTOR;
  if (/\p{M}/u.test(character)) return MARK;
  // Letter-like numbers stand inside words: the Chinese zero 〇 is one.
  if ((/\p{L}/u.test(character) || /\p{Nl}/u.test(character)) && isUnspaced(character)) return UNSPACED;
  if (/\p{N}/u.test(character)) return DIGIT;
  return /\p{L}/u.test(character) ? LETTER : OTHER;
}

const UNKNOWN = 255;
const CODE_POINTS = 0x110000;
const ASCII = 0x80;
const BASIC = 0x800;
const basic = new Uint8Array(BASIC).fill(UNKNOWN);
for (let code = 0; code < ASCII; code++) basic[code] = classifyAscii(code);
let beyond: Uint8Array | undefined;

/** The class of a code point. Classes are looked up once each: a corpus uses few of Unicode's million code points. */
export function characterClass(code: number): number {
  const table = code < BASIC ? basic : (beyond ??= new Uint8Array(CODE_POINTS).fill(UNKNOWN));
  const known = table[code];
  if (known !== UNKNOWN) return known;
  return (table[code] = classify(String.fromCodePoint(code)));
}

const isLowSurrogate = (code: number): boolean => (code & 0xfc00) === 0xdc00;
const isHighSurrogate = (code: number): boolean => (code & 0xfc00) === 0xd800;

function classBeyond(text: string, index: number): number {
  const code = text.charCodeAt(index);
  const follows = isLowSurrogate(code) && index > 0 && isHighSurrogate(text.charCodeAt(index - 1));
  return characterClass(text.codePointAt(follows ? index - 1 : index) ?? 0);
}

/** The class of the character that the code unit at `index` belongs to: both halves of a surrogate pair have the pair's. */
export function classAt(text: string, index: number): number {
  const code = text.charCodeAt(index);
  const known = code < BASIC ? basic[code] : UNKNOWN;
  return known === UNKNOWN ? classBeyond(text, index) : known;
}
