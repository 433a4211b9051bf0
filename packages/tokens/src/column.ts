const INITIAL_LENGTH = 1 << 10;

type ColumnArray = Int32Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

/** A typed array that grows: what a corpus is built into while its length is unknown. */
export class Column<T extends ColumnArray> {
  #values: T;
  length = 0;
  readonly #make: (length: number) => T;

  constructor(make: (length: number) => T) {
    this.#make = make;
    this.#values = make(INITIAL_LENGTH);
  }

  push(value: number): void {
    if (this.length === this.#values.length) this.reserve(this.length + 1);
    this.#values[this.length++] = value;
  }

  /** Makes room for at least `length` values and gives the array to write them to. */
  reserve(length: number): T {
    if (length > this.#values.length) {
      const grown = this.#make(Math.max(length, this.#values.length * 2));
      grown.set(this.#values);
      this.#values = grown;
    }
    return this.#values;
  }

  /** The values, in an array of their exact length. */
  finish(): T {
    const exact = this.#make(this.length);
    exact.set(this.#values.subarray(0, this.length));
    return exact;
  }
}
