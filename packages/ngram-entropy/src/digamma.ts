/** Above, the asymptotic series is exact to the last digit of a double. */
const ASYMPTOTIC = 10;

/** The digamma function ψ(x) for x > 0, by recurrence up to 10 and the asymptotic series (Abramowitz & Stegun 6.3.18). */
export function digamma(x: number): number {
  let shifted = x;
  let correction = 0;
  for (; shifted < ASYMPTOTIC; shifted++) correction -= 1 / shifted;
  const r = 1 / (shifted * shifted);
  const series =
    r * (1 / 12 - r * (1 / 120 - r * (1 / 252 - r * (1 / 240 - r * (1 / 132 - r * (691 / 32_760 - r / 12))))));
  return correction + Math.log(shifted) - 0.5 / shifted - series;
}
