/** Sums of numbers, the rounding errors kept apart and added last: a million scores lose no digit (Neumaier 1974). */
export class CompensatedSums {
  readonly #sums: Float64Array;
  readonly #lost: Float64Array;

  /** So many sums, all of nothing. */
  constructor(size: number) {
    this.#sums = new Float64Array(size);
    this.#lost = new Float64Array(size);
  }

  /** Adds a number to one of them. */
  add(which: number, value: number): void {
    const sum = this.#sums[which];
    const next = sum + value;
    this.#lost[which] += sum >= value ? sum - next + value : value - next + sum;
    this.#sums[which] = next;
  }

  /** One of them. */
  sum(which: number): number {
    return this.#sums[which] + this.#lost[which];
  }
}
