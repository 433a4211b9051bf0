import type { Memory } from "./ngram-column.ts";
import { Scratch } from "./scratch.ts";

/** The longest n-gram that has its column in the one piece of memory; any metric's longest. */
const PLANNED = 5;

/**
 * The id columns of a corpus, in one piece. Memory that is touched for the first time takes longer than reading it, so what is
 * needed while one order is indexed lies where the columns of longer n-grams are written later.
 */
export class IdColumns {
  readonly #tokens: number;
  readonly #memory: Memory;
  readonly #spare = new Scratch();
  #piece = new Int32Array(0);
  /** The order whose column comes first. */
  #first = 0;

  constructor(tokens: number, memory: Memory) {
    this.#tokens = tokens;
    this.#memory = memory;
  }

  #make(columns: number): Int32Array<ArrayBuffer> {
    const bytes = columns * this.#tokens * Int32Array.BYTES_PER_ELEMENT;
    return new Int32Array(this.#memory(bytes) as ArrayBuffer);
  }

  /** The column of an order, which holds whatever was there. Orders are asked for one after the other. */
  column(order: number): Int32Array {
    if (order > PLANNED) return this.#make(1);
    if (this.#first === 0) {
      this.#first = order;
      // What is never touched costs nothing.
      this.#piece = this.#make(PLANNED + 1 - order);
    }
    const begin = (order - this.#first) * this.#tokens;
    return this.#piece.subarray(begin, begin + this.#tokens);
  }

  /** So many numbers, whatever they hold, until the column of the next order is asked for. */
  behind(order: number, length: number): Int32Array {
    const begin = (order + 1 - this.#first) * this.#tokens;
    return begin + length <= this.#piece.length
      ? this.#piece.subarray(begin, begin + length)
      : this.#spare.take(length);
  }
}
