import { int32, type Memory } from "./memory.ts";

/** Numbers that are of no use once they have been read: memory that is used again need not be made anew, which takes as long as to fill it. */
export class Scratch {
  readonly #memory: Memory;
  #numbers = new Int32Array(0);

  constructor(memory: Memory) {
    this.#memory = memory;
  }

  /** So many numbers, whatever they hold. The next call takes them back. */
  take(length: number): Int32Array {
    if (length > this.#numbers.length) this.#numbers = int32(this.#memory, length) as Int32Array<ArrayBuffer>;
    return this.#numbers;
  }

  /** So many zeros. The next call takes them back. */
  zeros(length: number): Int32Array {
    return this.take(length).fill(0, 0, length);
  }
}
