import type { Embedding } from "./embedding.ts";

/** How many numbers a part holds, where nobody says how many documents there will be: a megabyte. */
const PART = 2 ** 18;

/** Collects vectors that come one at a time, for example from a field of a corpus that is read piece by piece. */
export class EmbeddingBuilder {
  readonly #expected: number;
  /** Whole rows each; all but the last are full. Growing one array would touch and copy all memory again and again. */
  readonly #parts: Float32Array<ArrayBuffer>[] = [];
  /** Where the next row goes in the last part. */
  #end = 0;
  #dimensions = 0;
  #count = 0;

  /** @param expected how many documents there will be, where that is known: their vectors are then never copied */
  constructor(expected = 0) {
    this.#expected = expected;
  }

  /**
   * Appends the vector of the next document.
   *
   * @throws {TypeError} when it is not a list of finite numbers
   * @throws {RangeError} when it is empty or its length differs from the first one's
   */
  add(vector: ArrayLike<number>): void {
    const document = this.#count;
    const length: unknown = (vector as ArrayLike<number> | null | undefined)?.length;
    if (typeof length !== "number" || typeof vector === "string") {
      throw new TypeError(
        `Cannot use the vector of document ${document}: it must be a list of numbers, current value is ${vector === null ? "null" : typeof vector}`,
      );
    }
    if (document === 0) this.#dimensions = length;
    if (length !== this.#dimensions || length === 0) {
      throw new RangeError(
        `Cannot use the vector of document ${document}: it must have ${this.#dimensions || "at least 1"} dimensions like the first, current value is ${length}`,
      );
    }
    const part = this.#partFor(length);
    const from = this.#end;
    for (let k = 0; k < length; k++) {
      const value: unknown = vector[k];
      // The check is on the stored value: what is too large for 32 bits becomes infinite there.
      part[from + k] = typeof value === "number" ? value : Number.NaN;
      if (!Number.isFinite(part[from + k])) {
        throw new TypeError(
          `Cannot use the vector of document ${document}: dimension ${k} must be a finite 32-bit number, current value is ${String(value)}`,
        );
      }
    }
    this.#end += length;
    this.#count++;
  }

  /** The vectors of all documents added so far. */
  finish(name: string): Embedding {
    const length = this.#count * this.#dimensions;
    const dimensions = this.#dimensions;
    const whole = this.#parts.find((part) => part.length === length);
    if (whole !== undefined) return { data: whole, dimensions, name };
    const data = new Float32Array(length);
    let from = 0;
    for (const part of this.#parts) {
      data.set(part.subarray(0, length - from), from);
      from += part.length;
    }
    return { data, dimensions, name };
  }

  /** A part with room for one more row. */
  #partFor(length: number): Float32Array {
    const last = this.#parts.at(-1);
    if (last !== undefined && this.#end < last.length) return last;
    const rows = last === undefined && this.#expected > 0 ? this.#expected : Math.max(1, Math.floor(PART / length));
    const part = new Float32Array(rows * length);
    this.#parts.push(part);
    this.#end = 0;
    return part;
  }
}
