import { simdModule } from "@corpulse/simd-module";
import type { InputFormat } from "./corpus-reader.ts";
import { ESCAPED, HEX } from "./json-scanner.ts";
import { KERNEL_BYTES } from "./kernel-bytes.ts";
import { fieldBytes, writeFields } from "./write-fields.ts";
import type { RecordBlock } from "./record-block.ts";
import type { WantedText } from "./wanted-text.ts";

/** The functions of `kernel/`. */
interface TextLoops {
  readonly readRecord: (line: number, to: number, fields: number, last: number, whole: number) => number;
  readonly readText: (line: number, to: number) => number;
}

const load = simdModule<TextLoops>(KERNEL_BYTES);

const LINE_FEED = 10;

/** Longer lines are not taken in. Memory that none is long enough for is never touched. */
export const MOST_BYTES: number = 1 << 20;
/** So many bytes of shorter lines are taken in at once: they stay in the second-level cache. */
export const USUAL_BYTES: number = 1 << 16;
/** So much may be read and written beyond the end. */
const SPARE = 64;

/** Where tables and lines stand in the memory, as `kernel/` has it. The end of a line stands at 0. */
const LETTERS = 64;
const DIGITS = 320;
const LINES = 576;
const FIELDS = LINES + MOST_BYTES + SPARE;

const PIECE = 16;
const aligned = (address: number): number => Math.ceil(address / PIECE) * PIECE;

/** Takes the texts of lines out of their bytes in its memory: what `TextExtractor` and `writeUtf8` do, many bytes at a time. */
export class TextKernel {
  /** Where the text of a line is written to. */
  readonly units: Uint16Array;
  /** The first 64 units, the first 128 and so on. */
  readonly #beginnings: (Uint16Array | undefined)[] = [];
  /** Where the line ends that was read: at its line feed. */
  feed = 0;
  /** Where the lines end that have been taken in. */
  end = 0;
  readonly #loops: TextLoops;
  readonly #memory: Buffer;
  readonly #lineEnd: Int32Array;
  readonly #to: number;
  readonly #last: number;
  readonly #whole: number;
  #bytes: Buffer = Buffer.alloc(0);
  #format: InputFormat = "jsonl";
  #start = 0;

  private constructor(buffer: ArrayBuffer, loops: TextLoops, to: number, text: WantedText) {
    this.#loops = loops;
    this.#memory = Buffer.from(buffer);
    this.#lineEnd = new Int32Array(buffer, 0, 1);
    this.units = new Uint16Array(buffer, to);
    this.#to = to;
    this.#memory.set(ESCAPED, LETTERS);
    this.#memory.set(HEX, DIGITS);
    this.#last = writeFields(buffer, FIELDS, text);
    this.#whole = text.fields[0].member === null ? 1 : 0;
  }

  /** A kernel for a text; `null` where there is none to be had. */
  static create(text: WantedText): TextKernel | null {
    const to = aligned(FIELDS + fieldBytes(text));
    const instance = load(to + 2 * (MOST_BYTES + text.added + SPARE));
    return instance === null ? null : new TextKernel(instance.memory.buffer, instance.exports, to, text);
  }

  /** Goes on to other lines, of valid UTF-8. */
  take({ bytes, format }: Pick<RecordBlock, "bytes" | "format">): void {
    this.#bytes = bytes;
    this.#format = format;
    this.end = 0;
  }

  /** Takes in whole lines from `start` on, unless they are in; says no when there is none, or the first one is too long. */
  takeIn(start: number): boolean {
    if (start < this.end) return true;
    const bytes = this.#bytes;
    if (start >= bytes.length) return false;
    let end = bytes.lastIndexOf(LINE_FEED, start + USUAL_BYTES - 1) + 1;
    if (end <= start) end = bytes.indexOf(LINE_FEED, start) + 1;
    if (end === 0 || end - start > MOST_BYTES) return false;
    // `set` takes ten times as long where memory is shared.
    bytes.copy(this.#memory, LINES, start, end);
    this.#start = start;
    this.end = end;
    return true;
  }

  /**
   * Writes the text of the line that begins at `start`, and has been taken in, to the beginning of `units` and gives its length;
   * `BLANK` where there is none, and `UNSURE` where `TextExtractor` is, or where plain text has a zero byte.
   */
  read(start: number): number {
    const line = LINES + start - this.#start;
    const length =
      this.#format === "text"
        ? this.#loops.readText(line, this.#to)
        : this.#loops.readRecord(line, this.#to, FIELDS, this.#last, this.#whole);
    this.feed = this.#start + this.#lineEnd[0] - LINES;
    return length;
  }

  /** The first units, so many or a few more. A view for each text would take as long as to copy it. */
  beginning(length: number): Uint16Array {
    const pieces = Math.ceil(length / SPARE);
    return (this.#beginnings[pieces] ??= this.units.subarray(0, pieces * SPARE));
  }
}
