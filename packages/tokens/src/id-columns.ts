import { int32, type Memory } from "./memory.ts";
import { Scratch } from "./scratch.ts";

/** The longest n-gram that has its column in the one piece of memory; any metric's longest. */
const PLANNED = 5;

/** The shortest n-gram that has a column of its own. */
const FEWEST = 2;

/** Numbers of a page, or of part of one: writing to one of them brings all into memory. */
const PAGE = 1 << 10;

/**
 * The id columns of a corpus, in one piece. Memory that is touched for the first time takes longer than reading it, so what is
 * needed while one order is indexed lies where the columns of longer n-grams are written later.
 */
export class IdColumns {
  readonly #room: number;
  readonly #memory: Memory;
  readonly #spare: Scratch;
  #piece: Int32Array = new Int32Array(0);
  /** The order whose column comes first. */
  #first = 0;
  /** So much of each column has been touched. */
  #touched = 0;

  /** Columns for up to so many tokens. */
  constructor(room: number, memory: Memory) {
    this.#room = room;
    this.#memory = memory;
    this.#spare = new Scratch(memory);
  }

  /** Touches the columns of pairs and longer n-grams up to an order, for so many tokens: in a thread that is waiting for more. */
  prepare(order: number, tokens: number): void {
    this.#plan(FEWEST);
    const end = Math.min(tokens, this.#room);
    for (let column = FEWEST; column <= Math.min(order, PLANNED); column++) {
      const begin = (column - this.#first) * this.#room;
      for (let at = this.#touched; at < end; at += PAGE) this.#piece[begin + at] = 0;
    }
    this.#touched = Math.max(this.#touched, Math.ceil(end / PAGE) * PAGE);
  }

  /** The column of an order, for so many tokens; it holds whatever was there. Orders are asked for one after the other. */
  column(order: number, tokens: number): Int32Array {
    if (order > PLANNED) return int32(this.#memory, tokens);
    this.#plan(order);
    const begin = (order - this.#first) * this.#room;
    return this.#piece.subarray(begin, begin + tokens);
  }

  /** So many numbers, whatever they hold, until the column of the next order is asked for. */
  behind(order: number, length: number): Int32Array {
    const begin = (order + 1 - this.#first) * this.#room;
    return begin + length <= this.#piece.length
      ? this.#piece.subarray(begin, begin + length)
      : this.#spare.take(length);
  }

  #plan(first: number): void {
    if (this.#first > 0) return;
    this.#first = first;
    // What is never touched costs nothing.
    this.#piece = int32(this.#memory, (PLANNED + 1 - first) * this.#room);
  }
}
