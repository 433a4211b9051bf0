/** B₂ⱼ/(2j)! for j = 1…8, of the Euler–Maclaurin formula. */
const BERNOULLI: readonly number[] = [
  1 / 12,
  -1 / 720,
  1 / 30_240,
  -1 / 1_209_600,
  1 / 47_900_160,
  -691 / 1_307_674_368_000,
  1 / 74_724_249_600,
  -3617 / 10_670_622_842_880_000,
];

/** Terms are summed one by one until the argument exceeds the exponent by this much; beyond, eight corrections suffice. */
const HEAD = 10;

/** Far below half a unit in the last place. */
const NEGLIGIBLE = 2 ** -64;

/** ζ(s, q) = Σ (q+k)^−s over k ≥ 0, and the mean of ln(q+k) under these weights: what a zeta distribution expects of ln X. */
export interface ZetaMoments {
  readonly zeta: number;
  readonly meanLog: number;
}

/**
 * The Hurwitz zeta function for s > 1 and q > 0 with its logarithmic derivative, by the Euler–Maclaurin formula.
 *
 * Source: Johansson 2015, "Rigorous high-precision computation of the Hurwitz zeta function and its derivatives".
 */
export function zetaMoments(s: number, q: number): ZetaMoments {
  let zeta = 0;
  let logSum = 0;
  let at = q;
  for (; at < HEAD + s; at++) {
    const log = Math.log(at);
    const power = Math.exp(-s * log);
    zeta += power;
    logSum += power * log;
  }
  const log = Math.log(at);
  const power = Math.exp(-s * log);
  const integral = (power * at) / (s - 1);
  zeta += integral + power / 2;
  logSum += integral * (log + 1 / (s - 1)) + (power / 2) * log;
  let rising = (s * power) / at;
  let harmonic = 1 / s;
  for (let j = 0; j < BERNOULLI.length; j++) {
    const term = BERNOULLI[j] * rising;
    // For large arguments the first few corrections are all that show.
    if (Math.abs(term) < zeta * NEGLIGIBLE) break;
    zeta += term;
    logSum += term * (log - harmonic);
    const [first, second] = [s + 2 * j + 1, s + 2 * j + 2];
    rising *= (first * second) / (at * at);
    harmonic += 1 / first + 1 / second;
  }
  return { zeta, meanLog: logSum / zeta };
}

/** The Hurwitz zeta function ζ(s, q) for s > 1 and q > 0. */
export function hurwitzZeta(s: number, q: number): number {
  return zetaMoments(s, q).zeta;
}
