import { type Memory, ownMemory } from "./memory.ts";
import type { SharedMemory } from "./shared-memory.ts";

/** Kernels read sixteen units at a time, and look one unit ahead: as many zeros stand behind a text. */
const PADDING = 18;

/** Whether the first of two units is the lower half of 32 bits, as everywhere but on a few large machines. */
const LITTLE_ENDIAN = new Uint32Array(Uint16Array.of(1, 0).buffer)[0] === 1;

/** Two code units to a number, the first one lowest, where memory does not show them so. */
export function pairsOf(units: Uint16Array, length: number): Int32Array {
  return Int32Array.from({ length: length >> 1 }, (_, pair) => units[2 * pair] | (units[2 * pair + 1] << 16));
}

/** So many zeros. */
export function uint16(memory: Memory, length: number): Uint16Array {
  const { buffer, byteOffset } = memory.take(length * Uint16Array.BYTES_PER_ELEMENT);
  return new Uint16Array(buffer, byteOffset, length);
}

/** A text as numbers, in one array that every text is written to: they are read faster than the characters of a string. */
export class CodeUnits {
  units: Uint16Array = new Uint16Array(PADDING);
  length = 0;
  /** How far it has been read: a reader of words begins there and leaves it where it has ended. */
  at = 0;
  /** Where a kernel finds the units, or -1 where they do not lie in the memory of one. */
  address: number = -1;
  #memory: SharedMemory | undefined;

  /** Copies a string. */
  readText(text: string): void {
    const units = this.reserve(text.length);
    for (let index = 0; index < text.length; index++) units[index] = text.charCodeAt(index);
    this.end(text.length);
  }

  /** The array, with room for so many units. */
  reserve(length: number): Uint16Array {
    if (length + PADDING > this.units.length) this.#make((length + PADDING) * 2);
    return this.units;
  }

  /** Keeps this text and all later ones in the memory of a kernel. */
  moveTo(memory: SharedMemory): void {
    const { units } = this;
    this.#memory = memory;
    this.#make(units.length);
    this.units.set(units);
  }

  #make(length: number): void {
    this.units = uint16(this.#memory ?? ownMemory, length);
    // Memory may come to its end.
    this.address = this.#memory?.holds(this.units) === true ? this.units.byteOffset : -1;
  }

  /** Says how many units have been written. */
  end(length: number): void {
    this.units.fill(0, length, length + PADDING);
    this.length = length;
    this.at = 0;
  }

  /** The units in pairs, the first one of each lowest, and zeros behind them. */
  get pairs(): Int32Array {
    const { buffer, byteOffset, length } = this.units;
    return LITTLE_ENDIAN ? new Int32Array(buffer, byteOffset, length >> 1) : pairsOf(this.units, this.length + PADDING);
  }

  /** The text as a string. */
  text(): string {
    return textOf(this.units, 0, this.length);
  }
}

/** A call has only so many arguments. */
const MOST_ARGUMENTS = 1 << 12;

/** The string of the units from `start` to `end`. */
export function textOf(units: Uint16Array, start: number, end: number): string {
  let text = "";
  for (let from = start; from < end; from += MOST_ARGUMENTS) {
    const part = units.subarray(from, Math.min(from + MOST_ARGUMENTS, end));
    text += String.fromCharCode.apply(null, part as unknown as number[]);
  }
  return text;
}

/**
 * The strings that units make end to end, each from one of `starts` to the next. They are cut from longer ones: making each of its
 * own units takes several times as long.
 */
export function textsOf(units: Uint16Array, starts: Uint32Array): string[] {
  const texts: string[] = [];
  let together = "";
  let begin = 0;
  let end = 0;
  // A function that is called for each text is compiled once, a loop over all of them wherever it is entered.
  starts.subarray(1).forEach((to, at) => {
    const from = starts[at];
    if (to > end) {
      begin = from;
      end = Math.max(to, Math.min(from + MOST_ARGUMENTS, units.length));
      together = textOf(units, begin, end);
    }
    texts.push(together.slice(from - begin, to - begin));
  });
  return texts;
}
