/** A source of numbers in [0, 1). */
export type Random = () => number;

/**
 * A seeded source of numbers in [0, 1) in steps of 2⁻³²: the same seed gives the same numbers on every machine.
 * Metrics never use `Math.random`, and the seed stands in the signature. Seeds that agree in their lower 32 bits agree.
 *
 * Source: the mulberry32 generator (Tommy Ettinger 2017, public domain).
 *
 * @throws {RangeError} when the seed is not an integer
 * @example
 * ```ts
 * import { seededRandom } from "@corpulse/measurement";
 *
 * seededRandom(1)() === seededRandom(1)(); // true
 * ```
 */
export function seededRandom(seed: number): Random {
  if (!Number.isSafeInteger(seed)) {
    throw new RangeError(`Cannot seed random numbers: the seed must be an integer, current value is ${seed}`);
  }
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

/**
 * Draws `size` of the numbers 0…population−1 without replacement, in rising order. Every statistic of overlap needs draws
 * without replacement: a draw with replacement plants exact duplicates.
 *
 * @throws {RangeError} when more is to be drawn than there is
 * @example
 * ```ts
 * import { drawWithoutReplacement, seededRandom } from "@corpulse/measurement";
 *
 * drawWithoutReplacement(5, 5, seededRandom(1)); // Uint32Array [0, 1, 2, 3, 4]
 * ```
 */
export function drawWithoutReplacement(population: number, size: number, random: Random): Uint32Array {
  if (!(Number.isInteger(size) && size >= 0 && size <= population)) {
    throw new RangeError(`Cannot draw: the size must be an integer in 0…${population}, current value is ${size}`);
  }
  const order = Uint32Array.from({ length: population }, (_, index) => index);
  for (let index = 0; index < size; index++) {
    const other = index + Math.floor(random() * (population - index));
    [order[index], order[other]] = [order[other], order[index]];
  }
  return order.slice(0, size).toSorted();
}
