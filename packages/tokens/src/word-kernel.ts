import { sharedModule } from "@corpulse/simd-module";
import type { CodeUnits } from "./code-units.ts";
import type { Column } from "./column.ts";
import { FINGERPRINT_WORDS } from "./fingerprint.ts";
import { SHARED_KERNEL_BYTES } from "./shared-kernel-bytes.ts";
import { type Memory, uint32 } from "./memory.ts";
import { Scratch } from "./scratch.ts";
import { SharedMemory } from "./shared-memory.ts";
import { NONE, standIn } from "./stand-in.ts";
import type { Vocabulary } from "./vocabulary.ts";
import type { WordIds } from "./word-ids.ts";

type Address = number;

/** What it uses of the functions of `shared-kernel/`. */
interface WordLoops {
  readonly workAt: (place: Address) => void;
  readonly internWords: (vocabulary: Address, units: Address, length: number, fold: number) => number;
  readonly writeFingerprint: (units: Address, length: number, to: Address) => void;
}

const load = sharedModule<WordLoops>(SHARED_KERNEL_BYTES);

/** The most units of a text that are read at once: all that is written about them stays in the nearest cache. */
export const PIECE = 4096;
/** So many units are read at a time. */
const CHUNK = 16;

/** Where everything stands in what the kernel takes of the memory, in bytes, as `word-kernel.wat` has it. */
const STAND_INS = 21_312;
const SIZE = 152_384;

/** Its numbers: how far a text has been read, and where the next id goes. */
const AT = 0;
const TO = 1;
/** Addresses in the list of words: of the next one, which begins and ends there, and of the last one's end. */
const WORD = 2;
const END = 3;
/** Where the piece begins, how far it was read, and whether something was in the way there. */
const FROM = 4;
const LIMIT = 5;
const STOP = 6;
/** Where a fingerprint is written to. */
const HASHES = 8;

/** What `internWords` leaves to others: to make room for a word, or to look at the characters of a chunk. */
const ROOM_NEEDED = 1;
const CHUNK_LEFT = 2;

const BYTES = Int32Array.BYTES_PER_ELEMENT;
/** What is or-ed to an ASCII letter to fold it. */
const FOLD = 0x20;
const ASCII = 0x80;
/** What a kernel takes of a memory that is its own. */
const OWN_BYTES = 1 << 22;

/** Finds the words of text and their ids in a vocabulary, and hashes text, where it lies in the same memory. */
export class WordKernel {
  /** Where texts and vocabularies have to lie. */
  readonly memory: SharedMemory;
  readonly #loops: WordLoops;
  readonly #numbers: Uint32Array;
  readonly #standIns: Uint16Array;
  readonly #scratch: Scratch;
  /** The column that ids were written to last, and whether it lies in the memory. */
  #target: Int32Array | undefined;
  #inPlace = false;

  private constructor(memory: SharedMemory, loops: WordLoops) {
    this.memory = memory;
    this.#loops = loops;
    const numbers = uint32(memory, SIZE / BYTES);
    this.#numbers = numbers;
    this.#standIns = new Uint16Array(numbers.buffer, numbers.byteOffset + STAND_INS);
    this.#scratch = new Scratch(memory);
    loops.workAt(numbers.byteOffset);
  }

  /** A kernel that works in a memory if threads share it, and else in one of its own; `null` where there is none. */
  static for(given: Memory): WordKernel | null {
    const memory = given instanceof SharedMemory ? given : new SharedMemory(OWN_BYTES);
    const loops = load(memory);
    if (loops === null) return null;
    const kernel = new WordKernel(memory, loops);
    return memory.holds(kernel.#numbers) ? kernel : null;
  }

  /**
   * Appends the ids of the words of a text, from where it has been read to on and as far as something stands for its characters. The
   * text has then been read up to a place between two words.
   */
  intern(text: CodeUnits, ids: WordIds, tokens: Column<Int32Array>): void {
    const { vocabulary, spelling } = ids;
    if (text.address < 0 || vocabulary.address < 0) return;
    const at = tokens.length;
    // Between two words stands at least one other character.
    const most = Math.ceil((text.length - text.at) / 2);
    const target = tokens.reserve(at + most);
    if (target !== this.#target) {
      this.#target = target;
      this.#inPlace = this.memory.holds(target);
    }
    const inPlace = this.#inPlace;
    const found = inPlace ? target : this.#scratch.take(most);
    if (!inPlace && !this.memory.holds(found)) return;
    const begin = found.byteOffset + (inPlace ? at * BYTES : 0);
    const numbers = this.#numbers;
    numbers[AT] = text.at;
    numbers[TO] = begin;
    numbers[WORD] = 0;
    numbers[END] = 0;
    numbers[STOP] = 0;
    const fold = spelling.keepCase ? 0 : FOLD;
    let goesOn: boolean;
    do {
      const left = this.#loops.internWords(vocabulary.address, text.address, text.length, fold);
      if (left === ROOM_NEEDED) goesOn = this.#makeRoom(vocabulary);
      else goesOn = left === CHUNK_LEFT && this.#learn(text, ids);
    } while (goesOn);
    text.at = numbers[AT];
    const count = (numbers[TO] - begin) / BYTES;
    if (!inPlace) target.set(found.subarray(0, count), at);
    tokens.length = at + count;
  }

  /** Makes room for the next word, and says whether the kernel can go on with it. */
  #makeRoom(vocabulary: Vocabulary): boolean {
    vocabulary.makeRoom(PIECE);
    if (vocabulary.address >= 0) return true;
    // Its memory has come to an end.
    const numbers = this.#numbers;
    numbers[AT] = numbers[FROM] + numbers[(numbers[WORD] - numbers.byteOffset) / BYTES];
    return false;
  }

  /** Looks at the characters of the chunk where the kernel stopped, and says whether it can go on there. */
  #learn(text: CodeUnits, { spelling }: WordIds): boolean {
    const { units } = text;
    const standIns = this.#standIns;
    const at = this.#numbers[FROM] + this.#numbers[LIMIT];
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
    this.#loops.writeFingerprint(text.address, text.length, numbers.byteOffset + HASHES * BYTES);
    for (let word = 0; word < FINGERPRINT_WORDS; word++) target[at + word] = numbers[HASHES + word];
  }
}
