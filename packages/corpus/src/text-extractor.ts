import { CLOSE_OBJECT, COLON, COMMA, JsonScanner, OPEN_OBJECT, QUOTE } from "./json-scanner.ts";
import { type Found, readValue } from "./read-value.ts";
import type { Piece } from "./parse-selector.ts";
import { TextKernel } from "./text-kernel.ts";
import { BLANK, UNSURE } from "./unsure.ts";
import { type WantedText, wantedText } from "./wanted-text.ts";

const LINE_FEED = 10;

/** A kernel costs more than it saves when fewer bytes are read. */
const KERNEL_WORTH = 1 << 16;

/** Takes the text of records out of their bytes, without parsing what is not wanted and without making strings. */
export class TextExtractor {
  readonly #text: WantedText;
  readonly #scanner = new JsonScanner();
  /** Where the text of each field begins and ends, with the literal before it. */
  readonly #begins: number[];
  readonly #ends: number[];
  #scratch = new Uint16Array(0);
  #kernel: TextKernel | null | undefined;
  readonly #kernelWorth: number;
  /** How many bytes have been read. */
  #bytes = 0;

  private constructor(text: WantedText, kernelWorth: number) {
    this.#text = text;
    this.#kernelWorth = kernelWorth;
    this.#begins = text.fields.map(() => 0);
    this.#ends = text.fields.map(() => 0);
  }

  /** The extractor of a selector; `null` when its text must be taken from parsed records. */
  static of(pieces: readonly Piece[], kernelWorth: number = KERNEL_WORTH): TextExtractor | null {
    const text = wantedText(pieces);
    return text === null ? null : new TextExtractor(text, kernelWorth);
  }

  /** How many units of a text may come from no byte of its record. */
  get added(): number {
    return this.#text.added;
  }

  /** What does the same many bytes at a time, where that saves more time than it costs and there is such a thing. */
  kernelFor(bytes: number): TextKernel | null {
    this.#bytes += bytes;
    if (this.#bytes < this.#kernelWorth) return null;
    // Where there is none it is asked for once, not for each block.
    if (this.#kernel === undefined) this.#kernel = TextKernel.create(this.#text);
    return this.#kernel;
  }

  /**
   * Writes the text of the record from `start` to the line feed at `feed`, which is valid UTF-8, to an array, and gives its
   * length; `UNSURE` or `BLANK` when there is none to be had so.
   */
  extract(bytes: Uint8Array, start: number, feed: number, units: Uint16Array): number {
    const scanner = this.#scanner;
    scanner.bytes = bytes;
    scanner.at = start;
    scanner.units = units;
    scanner.to = 0;
    if (scanner.next() === LINE_FEED) return BLANK;
    const { fields, after } = this.#text;
    const [{ member, before, steps }] = fields;
    if (member === null) {
      this.#write(before);
      if (readValue(scanner, steps, 0) !== "text") return UNSURE;
    } else if (!this.#readMembers()) return UNSURE;
    if (scanner.next() !== LINE_FEED || scanner.at !== feed) return UNSURE;
    this.#write(after);
    return scanner.to;
  }

  /** Reads the record and writes the fields with the literals before them, in their order. */
  #readMembers(): boolean {
    const scanner = this.#scanner;
    const { fields } = this.#text;
    this.#begins.fill(-1);
    if (!scanner.take(OPEN_OBJECT) || scanner.next() !== QUOTE) return false;
    let ordered = true;
    let latest = -1;
    let texts = 0;
    do {
      if (scanner.next() !== QUOTE) return false;
      const from = scanner.at + 1;
      if (!scanner.skipPlain()) return false;
      const end = scanner.at - 1;
      if (!scanner.take(COLON)) return false;
      const field = this.#fieldNamed(from, end);
      if (field < 0) {
        if (!scanner.skipValue()) return false;
        continue;
      }
      // Of a name that occurs twice the last one counts.
      if (this.#begins[field] >= 0) return false;
      const found = this.#readField(field);
      if (found === "unsure" || (found === "absent" && !fields[field].optional)) return false;
      if (found === "text") texts++;
      ordered &&= field === latest + 1;
      latest = field;
    } while (scanner.take(COMMA));
    if (!scanner.take(CLOSE_OBJECT) || texts === 0) return false;
    return (ordered && latest === fields.length - 1) || this.#order();
  }

  #fieldNamed(from: number, end: number): number {
    const { fields } = this.#text;
    for (let field = 0; field < fields.length; field++) {
      if (this.#scanner.equals(fields[field].member as Uint8Array, from, end)) return field;
    }
    return -1;
  }

  #readField(field: number): Found {
    const { before, steps } = this.#text.fields[field];
    this.#begins[field] = this.#scanner.to;
    this.#write(before);
    const found = readValue(this.#scanner, steps, 0);
    this.#ends[field] = this.#scanner.to;
    return found;
  }

  /** Puts fields in their order that came in another one, or not at all. */
  #order(): boolean {
    const scanner = this.#scanner;
    const { units } = scanner;
    if (this.#scratch.length < units.length) this.#scratch = new Uint16Array(units.length);
    let to = 0;
    for (const [field, { optional, before }] of this.#text.fields.entries()) {
      const begin = this.#begins[field];
      if (begin < 0 && !optional) return false;
      const text = begin < 0 ? before : units.subarray(begin, this.#ends[field]);
      this.#scratch.set(text, to);
      to += text.length;
    }
    units.set(this.#scratch.subarray(0, to));
    scanner.to = to;
    return true;
  }

  #write(literal: Uint16Array): void {
    const scanner = this.#scanner;
    for (let index = 0; index < literal.length; index++) scanner.units[scanner.to++] = literal[index];
  }
}
