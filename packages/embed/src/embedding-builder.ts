import type { Embedding } from "./embedding.ts";

/** Collects vectors that come one at a time, for example from a field of a corpus that is read piece by piece. */
export class EmbeddingBuilder {
  #data = new Float32Array(1 << 12);
  #dimensions = 0;
  #count = 0;

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
    const from = document * length;
    this.#reserve(from + length);
    for (let k = 0; k < length; k++) {
      const value: unknown = vector[k];
      // The check is on the stored value: what is too large for 32 bits becomes infinite there.
      this.#data[from + k] = typeof value === "number" ? value : Number.NaN;
      if (!Number.isFinite(this.#data[from + k])) {
        throw new TypeError(
          `Cannot use the vector of document ${document}: dimension ${k} must be a finite 32-bit number, current value is ${String(value)}`,
        );
      }
    }
    this.#count++;
  }

  /** The vectors of all documents added so far. */
  finish(name: string): Embedding {
    return { data: this.#data.slice(0, this.#count * this.#dimensions), dimensions: this.#dimensions, name };
  }

  #reserve(length: number): void {
    if (length <= this.#data.length) return;
    const grown = new Float32Array(Math.max(length, this.#data.length * 2));
    grown.set(this.#data);
    this.#data = grown;
  }
}
