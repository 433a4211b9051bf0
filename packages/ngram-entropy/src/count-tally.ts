import type { FrequencySpectrum } from "./frequency-spectrum.ts";

/** Counts below are tallied in an array, which is read whole, the few above in a map. */
export const TALLY_LIMIT: number = 1 << 12;

/** Tallies how many types have each count. */
export class CountTally {
  readonly #low: Int32Array;
  readonly #high = new Map<number, number>();
  #highestLow = 0;

  /** Takes the highest count, where it is known. */
  constructor(highest: number = Infinity) {
    this.#low = new Int32Array(Math.min(Math.floor(highest) + 1, TALLY_LIMIT));
  }

  /** Notes that so many types more have a count, or so many fewer. */
  add(count: number, types: number): void {
    if (count < this.#low.length && Number.isInteger(count)) {
      this.#low[count] += types;
      if (count > this.#highestLow) this.#highestLow = count;
    } else this.#high.set(count, (this.#high.get(count) ?? 0) + types);
  }

  /** Notes the count of each of some types. */
  addAll(counts: ArrayLike<number>): void {
    for (let type = 0; type < counts.length; type++) this.add(counts[type], 1);
  }

  /** The spectrum of what was tallied, after which the tally is empty. */
  takeSpectrum(): FrequencySpectrum {
    const [low, high] = [this.#low, this.#high];
    const known: number[] = [];
    for (let count = 1; count <= this.#highestLow; count++) if (low[count] > 0) known.push(count);
    for (const [count, types] of high) if (types > 0) known.push(count);
    const counts = Float64Array.from(known).toSorted();
    const types = counts.map((count) => high.get(count) ?? low[count]);
    let [tokenTotal, typeTotal] = [0, 0];
    for (let at = 0; at < counts.length; at++) {
      tokenTotal += counts[at] * types[at];
      typeTotal += types[at];
    }
    low.fill(0, 0, this.#highestLow + 1);
    high.clear();
    this.#highestLow = 0;
    return { counts, types, tokenTotal, typeTotal };
  }
}
