import type { FrequencySpectrum } from "./frequency-spectrum.ts";
import { hurwitzZeta } from "./hurwitz-zeta.ts";

/** Every so many counts, and every so many tails, are looked at first: what fits badly mostly shows early that it does. */
export const STRIDE = 32;

/** How many counts are passed over together where none of them can be further off than one that was looked at. */
const BLOCK = 8;

/** More than what distances are off by in their last digits. */
const ROUNDING = 1e-12;

/** A law, the tail that it is fitted to, and where that begins. */
export interface Tail {
  readonly alpha: number;
  readonly from: number;
  readonly tailTypes: number;
}

/** Tells how far laws are from the counts of their tails, one tail after the other. */
export class TailDistances {
  readonly #counts: Float64Array;
  /** How many types have at most each count. */
  readonly #upTo: Float64Array;
  /** Where the law before was too far off. The next one mostly is there too. */
  #suspect = 0;

  constructor({ counts, types }: FrequencySpectrum) {
    this.#counts = counts;
    this.#upTo = types.slice();
    for (let at = 1; at < counts.length; at++) this.#upTo[at] += this.#upTo[at - 1];
  }

  /** No more than the largest distance, found by looking at one count. */
  least(tail: Tail): number {
    return this.#at(Math.max(this.#suspect, tail.from), tail, hurwitzZeta(tail.alpha, this.#counts[tail.from]));
  }

  /**
   * The largest distance between the two distribution functions at any whole number: at each count, and just below the next
   * one, up to which the law goes on rising. Gives up with Infinity beyond `limit`.
   */
  largest(tail: Tail, limit: number): number {
    const size = this.#counts.length;
    const all = hurwitzZeta(tail.alpha, this.#counts[tail.from]);
    let distance = 0;
    for (let at = tail.from; at < size; at += STRIDE) {
      this.#suspect = at;
      distance = Math.max(distance, this.#at(at, tail, all));
      if (distance > limit) return Infinity;
    }
    for (let begin = tail.from; begin < size; begin += BLOCK) {
      const end = Math.min(begin + BLOCK, size);
      if (this.#most(begin, end, tail, all) < distance) continue;
      for (let at = begin; at < end; at++) {
        this.#suspect = at;
        distance = Math.max(distance, this.#at(at, tail, all));
        if (distance > limit) return Infinity;
      }
    }
    return distance;
  }

  /** The share of the tail's types that have at most a count. */
  #share(at: number, { from, tailTypes }: Tail): number {
    return (this.#upTo[at] - (from === 0 ? 0 : this.#upTo[from - 1])) / tailTypes;
  }

  /** The first number above a count up to which the law rises while the share stays. */
  #next(at: number): number {
    return at + 1 < this.#counts.length ? this.#counts[at + 1] : this.#counts[at] + 1;
  }

  /** No less than the distance at any of the counts from `begin` to `end`: both functions only rise. */
  #most(begin: number, end: number, tail: Tail, all: number): number {
    const lowest = 1 - hurwitzZeta(tail.alpha, this.#counts[begin] + 1) / all;
    const highest = 1 - hurwitzZeta(tail.alpha, this.#next(end - 1)) / all;
    return Math.max(this.#share(end - 1, tail) - lowest, highest - this.#share(begin, tail)) + ROUNDING;
  }

  #at(at: number, tail: Tail, all: number): number {
    const share = this.#share(at, tail);
    const next = this.#next(at);
    let distance = 0;
    for (let above = this.#counts[at] + 1; ; above = next) {
      distance = Math.max(distance, Math.abs(share - 1 + hurwitzZeta(tail.alpha, above) / all));
      if (above === next) return distance;
    }
  }
}
