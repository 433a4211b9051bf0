import type { Random } from "@corpulse/measurement";

/**
 * Draws ranks 0…size−1 with probability proportional to (rank + 1)^−exponent, in a constant number of steps a draw; exponent
 * 0 draws all ranks alike.
 *
 * Source: the alias method (Walker 1977; Vose 1991).
 */
export function zipfSampler(size: number, exponent: number): (random: Random) => number {
  if (!(Number.isInteger(size) && size > 0)) {
    throw new RangeError(`Cannot draw ranks: their number must be a positive integer, current value is ${size}`);
  }
  const weights = Float64Array.from({ length: size }, (_, rank) => Math.exp(-exponent * Math.log(rank + 1)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const chance = weights.map((weight) => (weight / total) * size);
  const alias = Uint32Array.from({ length: size }, (_, rank) => rank);
  const small: number[] = [];
  const large: number[] = [];
  for (let rank = 0; rank < size; rank++) (chance[rank] < 1 ? small : large).push(rank);
  while (small.length > 0 && large.length > 0) {
    const [less, more] = [small.pop() ?? 0, large[large.length - 1]];
    alias[less] = more;
    chance[more] -= 1 - chance[less];
    if (chance[more] < 1) small.push(large.pop() ?? 0);
  }
  for (const rank of [...small, ...large]) chance[rank] = 1;
  return (random) => {
    const drawn = random() * size;
    const rank = Math.floor(drawn);
    return drawn - rank < chance[rank] ? rank : alias[rank];
  };
}
