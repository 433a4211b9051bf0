import { type SimdInstance, type SimdMemory, simdModule } from "@corpulse/simd-module";
import { LETTER, OTHER } from "./character-class.ts";
import type { CodeUnits } from "./code-units.ts";
import { FINGERPRINT_WORDS, unitsOf, wholeBlocks } from "./fingerprint.ts";
import { internWide } from "./intern-wide.ts";
import { KERNEL_BYTES } from "./kernel-bytes.ts";
import type { Vocabulary } from "./vocabulary.ts";
import type { WordIds } from "./word-ids.ts";
import { APOSTROPHE, RIGHT_QUOTE, type WordSpelling } from "./word-spelling.ts";

/** The functions of `kernel.wat`. */
interface WordLoops {
  readonly findWords: (length: number, fold: number) => number;
  readonly lookUp: (word: number, end: number, id: number, mask: number) => number;
  readonly hashBlocks: (blocks: number) => void;
  readonly finishHash: (tail: number, bytes: number) => void;
}

const load = simdModule<WordLoops>(KERNEL_BYTES);

/** The most units of a text that are read at once: all that is written about them stays in the nearest cache. */
export const PIECE = 4096;
/** So many units are read at a time, and one more. */
const CHUNK = 16;

/** Where everything stands in the memory, in bytes, as `kernel.wat` has it. How far a piece was read stands at 0. */
const HASHES = 16;
const UNITS = 1024;
const LETTERS = 9344;
const WORDS = 14_080;
const IDS = 30_592;
const STAND_INS = 38_848;
const SLOTS = 104_384;

const PAGE = 2 ** 16;
const BYTES = Int32Array.BYTES_PER_ELEMENT;

/** A place in the list of words: where the word begins, and where it ends. */
const WORD = 2 * BYTES;

/** What is or-ed to an ASCII letter to fold it. */
const FOLD = 0x20;
const UNDERSCORE = 0x5f;
const ASCII = 0x80;

/** What stands for a character that ends a word: any control character does. */
const SEPARATOR = 1;
/** What says that nothing stands for a character. Of one that has not been looked at it is 0. */
const NONE = 2;
/** What stands for letters that take more than a byte. No token has the character itself, so the table has no such word. */
const WIDE = 0x80;

/** The byte that stands for a character in the kernel, which knows ASCII, and above it letters as tokens have them. */
function standIn(unit: number, spelling: WordSpelling): number {
  const kind = spelling.kindOf(unit);
  if (kind === OTHER + 1) return SEPARATOR;
  if (unit === RIGHT_QUOTE) return APOSTROPHE;
  const letter = spelling.inWord[unit];
  if (kind !== LETTER + 1 || letter < ASCII) return NONE;
  return letter < 0x100 ? letter : WIDE;
}

/** Whether a word has nothing but underscores. */
function isSilent(letters: Uint8Array, from: number, to: number): boolean {
  let at = from;
  while (at < to && letters[at] === UNDERSCORE) at++;
  return at === to;
}

/** Whether a word has letters that take more than a byte. */
function isWide(letters: Uint8Array, from: number, to: number): boolean {
  let at = from;
  while (at < to && letters[at] !== WIDE) at++;
  return at < to;
}

/** Finds the words of text and looks them up in a table of short words that lies in its memory; hashes any text. */
export class WordKernel {
  readonly #memory: SimdMemory;
  readonly #loops: WordLoops;
  #units: Uint16Array;
  #letters: Uint8Array;
  #numbers: Int32Array;
  #standIns: Uint8Array;
  #slotBytes = 0;
  /** What piece of which text is there. */
  #text: CodeUnits | undefined;
  #version = 0;
  #from = 0;

  private constructor({ memory, exports }: SimdInstance<WordLoops>) {
    this.#memory = memory;
    this.#loops = exports;
    [this.#units, this.#letters, this.#numbers, this.#standIns] = this.#views();
  }

  /** A kernel that looks words up in the table of a vocabulary, which lies in its memory then; `null` where there is none. */
  static for(vocabulary: Vocabulary): WordKernel | null {
    const instance = load(PAGE);
    if (instance === null) return null;
    const kernel = new WordKernel(instance);
    vocabulary.keepShortWords((length) => kernel.#slots(length));
    return kernel;
  }

  /**
   * Writes the ids of the words of a text, from where it has been read to on and as far as bytes stand for its characters, to
   * `target` from `at` on, and gives the place behind them. The text has then been read up to a place between two words.
   */
  intern(text: CodeUnits, ids: WordIds, target: Int32Array, at: number): number {
    const { length } = text;
    const { spelling } = ids;
    let next = at;
    let goesOn: boolean;
    do {
      const piece = this.#load(text, text.at);
      let end = this.#loops.findWords(piece, spelling.keepCase ? 0 : FOLD);
      const [limit] = this.#numbers;
      let read = Math.min(limit, piece);
      const last = (end - WORD) / BYTES;
      // Of the last word before something else it is not known where it ends.
      if (text.at + read < length && end > WORDS && this.#numbers[last + 1] >= read - 1) {
        read = this.#numbers[last];
        end -= WORD;
      }
      next = this.#lookUp(end, ids, target, next);
      text.at += read;
      goesOn = limit < piece ? this.#learn(limit, spelling) : read > 0;
    } while (goesOn && text.at < length);
    return next;
  }

  /** Looks at the characters of the chunk where the kernel stopped, and says whether it can go on there. */
  #learn(at: number, spelling: WordSpelling): boolean {
    const units = this.#units;
    const standIns = this.#standIns;
    for (let index = at; index < at + CHUNK; index++) {
      const unit = units[index];
      if (unit < ASCII) continue;
      if (standIns[unit] === 0) standIns[unit] = standIn(unit, spelling);
      if (standIns[unit] === NONE) return false;
    }
    return true;
  }

  /** What {@link writeFingerprint} writes. */
  writeFingerprint(text: CodeUnits, target: Uint32Array, at: number): void {
    const numbers = this.#numbers;
    const place = HASHES / BYTES;
    numbers.fill(0, place, place + FINGERPRINT_WORDS);
    let from = 0;
    for (; from + PIECE <= text.length; from += PIECE) this.#loops.hashBlocks(wholeBlocks(this.#load(text, from)));
    const blocks = wholeBlocks(this.#load(text, from));
    this.#loops.hashBlocks(blocks);
    this.#loops.finishHash(unitsOf(blocks), text.length * 2);
    for (let word = 0; word < FINGERPRINT_WORDS; word++) target[at + word] = numbers[place + word];
  }

  /** Takes a piece of a text in, from `from` on, where it is not there yet, and gives its length. Zeros stand behind it. */
  #load(text: CodeUnits, from: number): number {
    const piece = Math.min(PIECE, text.length - from);
    if (text !== this.#text || text.version !== this.#version || from !== this.#from) {
      this.#units.set(text.units.subarray(from, from + piece));
      this.#units.fill(0, piece, piece + CHUNK + 1);
      this.#text = text;
      this.#version = text.version;
      this.#from = from;
    }
    return piece;
  }

  /** Writes the ids of all words of the list. */
  #lookUp(end: number, words: WordIds, target: Int32Array, at: number): number {
    let next = at;
    for (let word = WORDS; word < end; word += WORD) {
      const from = word;
      word = this.#loops.lookUp(from, end, IDS, this.#slotBytes - 1);
      const numbers = this.#numbers;
      const letters = this.#letters;
      const ids = IDS / BYTES;
      const count = (word - from) / WORD;
      // A view to copy from would cost more.
      for (let index = 0; index < count; index++) target[next + index] = numbers[ids + index];
      next += count;
      if (word === end) break;
      // It stopped at a word that is new, or long, or has wide letters, or begins with an underscore.
      const start = numbers[word / BYTES];
      const stop = numbers[word / BYTES + 1];
      if (isSilent(letters, start, stop)) continue;
      target[next++] = isWide(letters, start, stop)
        ? internWide(this.#units, start, stop, words)
        : words.vocabulary.internUnits(letters, start, stop);
    }
    return next;
  }

  /** An empty table of so many numbers, in place of the one before it. */
  #slots(length: number): Int32Array {
    this.#slotBytes = length * BYTES;
    const missing = SLOTS + this.#slotBytes - this.#memory.buffer.byteLength;
    if (missing > 0) {
      this.#memory.grow(Math.ceil(missing / PAGE));
      [this.#units, this.#letters, this.#numbers, this.#standIns] = this.#views();
    }
    return new Int32Array(this.#memory.buffer, SLOTS, length).fill(0);
  }

  #views(): [Uint16Array, Uint8Array, Int32Array, Uint8Array] {
    const { buffer } = this.#memory;
    return [
      new Uint16Array(buffer, UNITS),
      new Uint8Array(buffer, LETTERS),
      new Int32Array(buffer),
      new Uint8Array(buffer, STAND_INS),
    ];
  }
}
