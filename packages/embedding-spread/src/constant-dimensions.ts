/** Values that differ by less than this share of their size are one value with rounding. */
const ROUNDING = 1e-12;

/** Finds the dimensions in which all rows have one value, but for rounding. Most are out of the question after two rows. */
export class ConstantDimensions {
  readonly #low: Float64Array;
  readonly #high: Float64Array;
  #left: readonly number[];

  constructor(dimensions: number) {
    this.#low = new Float64Array(dimensions).fill(Infinity);
    this.#high = new Float64Array(dimensions).fill(-Infinity);
    this.#left = Array.from({ length: dimensions }, (_, k) => k);
  }

  /** Looks at the next rows, given their values by row and dimension. */
  look(count: number, valueOf: (row: number, dimension: number) => number): void {
    this.#left = this.#left.filter((k) => {
      let low = this.#low[k];
      let high = this.#high[k];
      for (let row = 0; row < count; row++) {
        const value = valueOf(row, k);
        low = Math.min(low, value);
        high = Math.max(high, value);
        if (high - low > ROUNDING * Math.max(Math.abs(low), Math.abs(high))) return false;
      }
      this.#low[k] = low;
      this.#high[k] = high;
      return true;
    });
  }

  /** 1 for each dimension that has not changed so far. */
  flags(): Uint8Array {
    const flags = new Uint8Array(this.#low.length);
    for (const k of this.#left) flags[k] = 1;
    return flags;
  }
}
