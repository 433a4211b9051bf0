/** Above, the asymptotic series is exact to the last digit of a double. */
const ASYMPTOTIC = 10;
const HALF_LOG_TWO_PI = 0.9189385332046728;

/** ln Γ(x) for x > 0, by recurrence up to 10 and Stirling's series (Abramowitz & Stegun 6.1.41). */
export function logGamma(x: number): number {
  let shifted = x;
  let product = 1;
  for (; shifted < ASYMPTOTIC; shifted++) product *= shifted;
  const r = 1 / (shifted * shifted);
  const series =
    (1 / 12 - r * (1 / 360 - r * (1 / 1260 - r * (1 / 1680 - r * (1 / 1188 - (r * 691) / 360_360))))) / shifted;
  return (shifted - 0.5) * Math.log(shifted) - shifted + HALF_LOG_TWO_PI + series - Math.log(product);
}
