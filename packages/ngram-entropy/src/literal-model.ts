/**
 * Literals by an adaptive order-0 model: a known symbol by its count, a new one by an escape and its bytes (PPM's method C).
 * Logarithms are what takes time here, so each is taken when its number changes, not whenever a symbol is weighed.
 */
export class LiteralModel {
  readonly #sizes: Uint32Array;
  readonly #counts: Uint32Array;
  /** log₂ of each count. */
  readonly #logs: Float64Array;
  #total = 0;
  #types = 0;
  /** log₂ of the two together, which is what counts and escapes share. */
  #space = 0;

  /** Takes the bytes of each symbol. */
  constructor(sizes: Uint32Array) {
    this.#sizes = sizes;
    this.#counts = new Uint32Array(sizes.length);
    this.#logs = new Float64Array(sizes.length);
  }

  /** What a symbol takes when it is written out now. */
  bits(symbol: number): number {
    if (this.#counts[symbol] > 0) return this.#space - this.#logs[symbol];
    if (this.#total === 0) return 8 * this.#sizes[symbol];
    return this.#space - Math.log2(this.#types) + 8 * this.#sizes[symbol];
  }

  /** Notes that a symbol is written out. */
  add(symbol: number): void {
    const count = ++this.#counts[symbol];
    if (count === 1) this.#types++;
    this.#logs[symbol] = Math.log2(count);
    this.#total++;
    this.#space = Math.log2(this.#total + this.#types);
  }
}
