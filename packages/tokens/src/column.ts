const INITIAL_LENGTH = 1 << 10;

type ColumnArray = Int32Array | Uint32Array | Uint16Array;

/**
 * A typed array that grows: what a corpus is built into while its length is unknown.
 *
 * @example
 * ```ts
 * import { Column } from "@corpulse/tokens";
 *
 * const column = new Column((length) => new Int32Array(length));
 * column.push(7);
 * column.view(); // Int32Array [7]
 * ```
 */
export class Column<T extends ColumnArray> {
  #values: T;
  length = 0;
  readonly #make: (length: number) => T;

  /** Begins with room for so many values: memory that is never touched costs nothing, growing touches all of it anew. */
  constructor(make: (length: number) => T, room: number = INITIAL_LENGTH) {
    this.#make = make;
    this.#values = make(room);
  }

  push(value: number): void {
    if (this.length === this.#values.length) this.reserve(this.length + 1);
    this.#values[this.length++] = value;
  }

  /** Makes room for at least `length` values and gives the array to write them to. */
  reserve(length: number): T {
    if (length > this.#values.length) {
      const grown = this.#make(Math.max(length, this.#values.length * 2));
      grown.set(this.#values.subarray(0, this.length));
      this.#values = grown;
    }
    return this.#values;
  }

  /** The array that the values lie in, at its beginning. */
  get values(): T {
    return this.#values;
  }

  /** The values so far, where they lie: what is pushed later stands behind them. */
  view(): T {
    return this.#values.subarray(0, this.length) as T;
  }
}
