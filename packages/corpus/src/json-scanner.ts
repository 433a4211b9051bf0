import { writeMultibyte } from "./write-multibyte.ts";

export const QUOTE = 0x22;
export const COMMA = 0x2c;
export const COLON = 0x3a;
export const OPEN_LIST = 0x5b;
export const CLOSE_LIST = 0x5d;
export const OPEN_OBJECT = 0x7b;
export const CLOSE_OBJECT = 0x7d;
const BACKSLASH = 0x5c;
const ZERO = 0x30;
const MINUS = 0x2d;
const PLUS = 0x2b;
const POINT = 0x2e;
const LOWER_CASE = 0x20;
const EXPONENT = 0x65;
const UNICODE = 0x75;

/** Deeper values are left to `JSON.parse`, and so is what is to be said of them. */
const MOST_LEVELS = 64;

const codeOf = (sign: string): number => sign.charCodeAt(0);
const table = (signs: string, value: (sign: string) => number): Uint8Array => {
  const values = new Uint8Array(256);
  for (const sign of signs) values[codeOf(sign)] = value(sign);
  return values;
};

/** Bytes that stand for themselves in a string: in the first table ASCII, in the second all; a string is valid UTF-8. */
const PLAIN_ASCII = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x20 && byte < 0x80 && byte !== QUOTE && byte !== BACKSLASH ? 1 : 0,
);
const PLAIN = PLAIN_ASCII.map((plain, byte) => (byte >= 0x80 ? 1 : plain));
const WHITE = table(" \t\r", () => 1);
const DIGITS = table("0123456789", () => 1);
/** What an escape of one letter stands for; 0 for what is none. */
export const ESCAPED: Uint8Array = table('"\\/bfnrt', (sign) => codeOf(String(JSON.parse(`"\\${sign}"`))));
/** The value of a hexadecimal digit plus one; 0 for what is none. */
export const HEX: Uint8Array = table("0123456789abcdefABCDEF", (sign) => Number.parseInt(sign, 16) + 1);
const LITERALS = ["null", "true", "false"].map((word) => Buffer.from(word));

/**
 * Steps through a line of JSON, which must end in a line feed and be valid UTF-8. Every method says whether it has read what
 * it is for, exactly as strict as `JSON.parse`; where it says no, the place is lost and the line is to be parsed.
 */
export class JsonScanner {
  bytes: Uint8Array = new Uint8Array(0);
  at = 0;
  /** Where text is written to, and how far it has been. */
  units: Uint16Array = new Uint16Array(0);
  to = 0;

  /** Steps over white space and gives the byte behind it. */
  next(): number {
    while (WHITE[this.bytes[this.at]] === 1) this.at++;
    return this.bytes[this.at];
  }

  /** Steps over one byte, if it is the next behind white space. */
  take(byte: number): boolean {
    if (this.next() !== byte) return false;
    this.at++;
    return true;
  }

  /** Steps over a string without escapes. */
  skipPlain(): boolean {
    const { bytes } = this;
    const plain = PLAIN;
    let at = this.at + 1;
    while (plain[bytes[at]] === 1) at++;
    this.at = at + 1;
    return bytes[at] === QUOTE;
  }

  skipString(): boolean {
    const { bytes } = this;
    const plain = PLAIN;
    // Most of what is skipped is long: four bytes at a time, as far as there are four.
    const last = bytes.length - 4;
    let at = this.at + 1;
    for (;;) {
      while (at < last && (plain[bytes[at]] & plain[bytes[at + 1]] & plain[bytes[at + 2]] & plain[bytes[at + 3]]) === 1)
        at += 4;
      while (plain[bytes[at]] === 1) at++;
      if (bytes[at] !== BACKSLASH) break;
      const length = this.#escapeLength(at);
      if (length === 0) return false;
      at += length;
    }
    this.at = at + 1;
    return bytes[at] === QUOTE;
  }

  /** Writes the text of a string. */
  copyString(): boolean {
    const { bytes, units } = this;
    const plain = PLAIN_ASCII;
    let at = this.at + 1;
    let { to } = this;
    for (;;) {
      let byte = bytes[at];
      while (plain[byte] === 1) {
        units[to++] = byte;
        byte = bytes[++at];
      }
      if (byte === BACKSLASH) {
        const length = this.#escapeLength(at);
        if (length === 0) return false;
        units[to++] = length === 2 ? ESCAPED[bytes[at + 1]] : this.#unicode(at + 2);
        at += length;
      } else if (byte >= 0x80) {
        at += writeMultibyte(bytes, at, units, to);
        to += byte >= 0xf0 ? 2 : 1;
      } else break;
    }
    this.at = at + 1;
    this.to = to;
    return bytes[at] === QUOTE;
  }

  /** Steps over any value. */
  skipValue(levels: number = MOST_LEVELS): boolean {
    const first = this.next();
    if (first === QUOTE) return this.skipString();
    if (first === OPEN_OBJECT || first === OPEN_LIST) return levels > 0 && this.#skipInside(first, levels - 1);
    return DIGITS[first] === 1 || first === MINUS ? this.#skipNumber() : LITERALS.some((word) => this.#skipWord(word));
  }

  skipNull(): boolean {
    return this.#skipWord(LITERALS[0]);
  }

  /** Whether the bytes from `from` to `end` are these. */
  equals(name: Uint8Array, from: number, end: number): boolean {
    const { bytes } = this;
    if (end - from !== name.length) return false;
    let index = 0;
    while (index < name.length && bytes[from + index] === name[index]) index++;
    return index === name.length;
  }

  /** The members of an object or the elements of a list. */
  #skipInside(opening: number, levels: number): boolean {
    const closing = opening === OPEN_OBJECT ? CLOSE_OBJECT : CLOSE_LIST;
    this.at++;
    if (this.take(closing)) return true;
    do {
      if (opening === OPEN_OBJECT) {
        if (this.next() !== QUOTE || !this.skipString() || !this.take(COLON)) return false;
      }
      if (!this.skipValue(levels)) return false;
    } while (this.take(COMMA));
    return this.take(closing);
  }

  #skipNumber(): boolean {
    const { bytes } = this;
    if (bytes[this.at] === MINUS) this.at++;
    if (bytes[this.at] === ZERO) this.at++;
    else if (!this.#skipDigits()) return false;
    if (bytes[this.at] === POINT) {
      this.at++;
      if (!this.#skipDigits()) return false;
    }
    if ((bytes[this.at] | LOWER_CASE) !== EXPONENT) return true;
    this.at++;
    if (bytes[this.at] === PLUS || bytes[this.at] === MINUS) this.at++;
    return this.#skipDigits();
  }

  #skipDigits(): boolean {
    const from = this.at;
    while (DIGITS[this.bytes[this.at]] === 1) this.at++;
    return this.at > from;
  }

  #skipWord(word: Uint8Array): boolean {
    if (!this.equals(word, this.at, this.at + word.length)) return false;
    this.at += word.length;
    return true;
  }

  /** How many bytes the escape at a backslash has; 0 when it is none. */
  #escapeLength(at: number): number {
    const { bytes } = this;
    const letter = bytes[at + 1];
    if (ESCAPED[letter] !== 0) return 2;
    if (letter !== UNICODE) return 0;
    // Stops at a line feed: behind it there may be no more bytes.
    for (let digit = at + 2; digit < at + 6; digit++) if (HEX[bytes[digit]] === 0) return 0;
    return 6;
  }

  #unicode(at: number): number {
    const { bytes } = this;
    let unit = 0;
    for (let digit = at; digit < at + 4; digit++) unit = (unit << 4) | (HEX[bytes[digit]] - 1);
    return unit;
  }
}
