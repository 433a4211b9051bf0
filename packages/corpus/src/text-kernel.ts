import { simdModule } from "@corpulse/simd-module";
import { KERNEL_BYTES } from "./kernel-bytes.ts";

/** The functions of `kernel.wat`. */
interface TextLoops {
  readonly copyPlain: (from: number, to: number) => number;
}

const load = simdModule<TextLoops>(KERNEL_BYTES);

/** The most bytes of a record that are copied into the memory of a kernel. */
const MOST_BYTES = 1 << 16;
/** A shorter record is read sooner where it is. */
const LEAST_BYTES = 256;
/** So much may be read and written beyond the end. */
const SPARE = 64;

/** Where units begin in the memory: the bytes of a record stand before them. */
const UNITS = MOST_BYTES + SPARE;

/** Copies text out of JSON many bytes at a time, in its memory. */
export class TextKernel {
  /** The bytes of the record in question, and zeros behind them. */
  readonly bytes: Uint8Array;
  /** Where its text is written to. */
  readonly units: Uint16Array;
  readonly #copyPlain: TextLoops["copyPlain"];

  private constructor(buffer: ArrayBuffer, { copyPlain }: TextLoops) {
    this.bytes = new Uint8Array(buffer, 0, UNITS);
    this.units = new Uint16Array(buffer, UNITS);
    this.#copyPlain = copyPlain;
  }

  /** A kernel whose texts may have so many units more than their records have bytes; `null` where there is none to be had. */
  static create(added: number): TextKernel | null {
    const instance = load(UNITS + 2 * (MOST_BYTES + added + SPARE));
    return instance === null ? null : new TextKernel(instance.memory.buffer, instance.exports);
  }

  /** Whether a record of so many bytes is worth it. */
  static suits(bytes: number): boolean {
    return bytes >= LEAST_BYTES && bytes < MOST_BYTES;
  }

  /** Takes a record in, from `start` to its line feed at `feed`. */
  read(bytes: Uint8Array, start: number, feed: number): void {
    const end = feed - start + 1;
    this.bytes.set(bytes.subarray(start, feed + 1));
    this.bytes.fill(0, end, end + SPARE);
  }

  /** Copies the bytes from `at` on that stand for themselves in a string, to the units from `to` on, and gives their number. */
  copyPlain(at: number, to: number): number {
    return this.#copyPlain(at, UNITS + 2 * to);
  }
}
