import { type BytePath, bytePath } from "./byte-path.ts";
import { CLOSE_OBJECT, COLON, COMMA, JsonScanner, OPEN_OBJECT, QUOTE } from "./json-scanner.ts";
import type { Piece } from "./parse-selector.ts";
import { type Found, readValue } from "./read-value.ts";
import { TextKernel } from "./text-kernel.ts";

const LINE_FEED = 10;

/** What a line is that is left to `JSON.parse`: no JSON, without text, or not written as most lines are. */
export const UNSURE = -1;
/** What a line is that has nothing but white space. */
export const BLANK = -2;

/** A kernel costs more than it saves when fewer bytes are read. */
const KERNEL_WORTH = 1 << 16;

interface WantedField extends BytePath {
  readonly optional: boolean;
  /** The literal text before it. */
  readonly before: Uint16Array;
}

const unitsOf = (text: string): Uint16Array =>
  Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));

/** Takes the text of records out of their bytes, without parsing what is not wanted and without making strings. */
export class TextExtractor {
  /** How many units of a text may come from no byte of its record. */
  readonly added: number;
  readonly #fields: readonly WantedField[];
  readonly #after: Uint16Array;
  readonly #scanner = new JsonScanner();
  /** Where the text of each field begins and ends, with the literal before it. */
  readonly #begins: number[];
  readonly #ends: number[];
  #scratch = new Uint16Array(0);
  #kernel: TextKernel | null | undefined;
  /** How many bytes have been read. */
  #bytes = 0;

  private constructor(fields: readonly WantedField[], after: Uint16Array) {
    this.#fields = fields;
    this.#after = after;
    this.added = fields.reduce((sum, { before }) => sum + before.length, after.length);
    this.#begins = fields.map(() => 0);
    this.#ends = fields.map(() => 0);
  }

  /** The extractor of a selector; `null` when its text must be taken from parsed records. */
  static of(pieces: readonly Piece[]): TextExtractor | null {
    const fields: WantedField[] = [];
    const members = new Set<string>();
    let literal = "";
    for (const piece of pieces) {
      if (typeof piece === "string") {
        literal += piece;
        continue;
      }
      const path = bytePath(piece.path);
      // Two fields of one member may come in any order within it.
      const member = String(piece.path.steps[0]);
      if (path === null || members.has(member)) return null;
      members.add(member);
      fields.push({ ...path, optional: piece.optional, before: unitsOf(literal) });
      literal = "";
    }
    const whole = fields.some(({ member }) => member === null);
    return whole && fields.length > 1 ? null : new TextExtractor(fields, unitsOf(literal));
  }

  /**
   * Writes the text of the record from `start` to the line feed at `feed`, which is valid UTF-8, to an array, and gives its
   * length; `UNSURE` or `BLANK` when there is none to be had so.
   */
  extract(bytes: Uint8Array, start: number, feed: number, units: Uint16Array): number {
    const kernel = this.#kernelFor(feed - start);
    const scanner = this.#scanner;
    scanner.kernel = kernel;
    scanner.to = 0;
    if (kernel === null) {
      scanner.bytes = bytes;
      scanner.at = start;
      scanner.units = units;
      return this.#extract(feed);
    }
    kernel.read(bytes, start, feed);
    scanner.bytes = kernel.bytes;
    scanner.at = 0;
    scanner.units = kernel.units;
    const length = this.#extract(feed - start);
    if (length > 0) units.set(kernel.units.subarray(0, length));
    return length;
  }

  /** The kernel, where it saves more time than it costs. */
  #kernelFor(bytes: number): TextKernel | null {
    this.#bytes += bytes;
    if (this.#bytes < KERNEL_WORTH || !TextKernel.suits(bytes)) return null;
    // Where there is none it is asked for once, not for each record.
    if (this.#kernel === undefined) this.#kernel = TextKernel.create(this.added);
    return this.#kernel;
  }

  /** Extracts the text of the record that the scanner is at, up to its line feed. */
  #extract(feed: number): number {
    const scanner = this.#scanner;
    if (scanner.next() === LINE_FEED) return BLANK;
    const [{ member, before, steps }] = this.#fields;
    if (member === null) {
      this.#write(before);
      if (readValue(scanner, steps, 0) !== "text") return UNSURE;
    } else if (!this.#readMembers()) return UNSURE;
    if (scanner.next() !== LINE_FEED || scanner.at !== feed) return UNSURE;
    this.#write(this.#after);
    return scanner.to;
  }

  /** Reads the record and writes the fields with the literals before them, in their order. */
  #readMembers(): boolean {
    const scanner = this.#scanner;
    const fields = this.#fields;
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
    const fields = this.#fields;
    for (let field = 0; field < fields.length; field++) {
      if (this.#scanner.equals(fields[field].member as Uint8Array, from, end)) return field;
    }
    return -1;
  }

  #readField(field: number): Found {
    const { before, steps } = this.#fields[field];
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
    for (const [field, { optional, before }] of this.#fields.entries()) {
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
