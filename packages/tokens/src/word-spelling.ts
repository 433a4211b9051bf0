import { characterClass, CONNECTOR, DIGIT, JOINER, LETTER, MARK, OTHER, POINT, UNSPACED } from "./character-class.ts";
import { foldCase } from "./normalize-text.ts";

/** The kind of a unit that has not been looked at, so that a table of 65,536 is memory that nothing has touched. */
export const UNKNOWN = 0;
/** The kind of a unit whose part in words hangs on what stands around it. */
export const INVOLVED = 255;
/** All other kinds are classes plus one: what ends a word, what makes words and numbers, and what joins two parts of one. */
export const OTHER_KIND: number = OTHER + 1;
export const LETTER_KIND: number = LETTER + 1;
export const DIGIT_KIND: number = DIGIT + 1;
export const JOINER_KIND: number = JOINER + 1;
export const POINT_KIND: number = POINT + 1;

/** Belongs to a word but does not make one, and stands in tokens as it is. */
export const UNDERSCORE = 0x5f;

/** What joins two letters, and what stands for it in tokens. */
export const RIGHT_QUOTE = 0x2019;
export const APOSTROPHE = 0x27;

/** What stands in a token for a unit within a word. */
export function letterOf(unit: number, inWord: Uint16Array): number {
  return inWord[unit] || (unit === RIGHT_QUOTE ? APOSTROPHE : unit);
}

const isSurrogate = (unit: number): boolean => (unit & 0xf800) === 0xd800;
const isPair = (first: number, second: number): boolean => (first & 0xfc00) === 0xd800 && (second & 0xfc00) === 0xdc00;

/** Jamo, which Hangul syllables are composed of: the only characters but marks that melt into the one before them. */
const isJamo = (unit: number): boolean => unit >= 0x1100 && unit <= 0x11ff;

/** The unit that stands in tokens for another one, wherever it occurs; -1 when there is no such unit. */
function spell(unit: number, keepCase: boolean): number {
  if (isSurrogate(unit) || isJamo(unit)) return -1;
  const character = String.fromCharCode(unit);
  const spelt = (keepCase ? character : foldCase(character)).normalize("NFC");
  if (spelt.length !== 1) return -1;
  const code = spelt.charCodeAt(0);
  const kind = characterClass(code);
  if (kind === MARK || kind === UNSPACED) return -1;
  // So that a word is known to have more than connectors when one of its units is no underscore.
  return kind === CONNECTOR && code !== UNDERSCORE ? -1 : code;
}

/** Whether a character beyond the 65,536, which folding and composing leave as it is, belongs to no word. */
function separates(character: string, keepCase: boolean): boolean {
  const spelt = (keepCase ? character : foldCase(character)).normalize("NFC");
  return spelt === character && characterClass(character.codePointAt(0) ?? 0) === OTHER;
}

/**
 * How words are spelt as tokens, unit by unit: folded and composed, as far as a unit's neighbours do not matter. Units are
 * looked up once each: a corpus uses few of the 65,536.
 */
export class WordSpelling {
  /** The kind of every unit that has been looked at. */
  readonly kinds: Uint8Array = new Uint8Array(0x10000);
  /** What stands in a token for a letter, a digit or an underscore, and 0 for what ends a word or joins two parts of it. */
  readonly inWord: Uint16Array = new Uint16Array(0x10000);
  readonly keepCase: boolean;
  /** Characters of two units that have been looked at. */
  readonly #pairs = new Map<string, boolean>();

  constructor(keepCase: boolean) {
    this.keepCase = keepCase;
    for (let unit = 0; unit < 0x80; unit++) this.kindOf(unit);
  }

  /** The kind of a unit, which is looked at if it has not been. */
  kindOf(unit: number): number {
    if (this.kinds[unit] !== UNKNOWN) return this.kinds[unit];
    const spelt = spell(unit, this.keepCase);
    if (spelt < 0) return (this.kinds[unit] = INVOLVED);
    const kind = characterClass(spelt);
    if (kind === LETTER || kind === DIGIT || kind === CONNECTOR) this.inWord[unit] = spelt;
    return (this.kinds[unit] = kind + 1);
  }

  /** Whether two units are a character that ends words wherever it stands, as most emoji do. */
  separates(first: number, second: number): boolean {
    if (!isPair(first, second)) return false;
    const character = String.fromCharCode(first, second);
    let known = this.#pairs.get(character);
    if (known === undefined) this.#pairs.set(character, (known = separates(character, this.keepCase)));
    return known;
  }
}
