/** Below, the power series converges fast; above, the continued fraction does. */
const SERIES_LIMIT = 1;
const MAX_STEPS = 1000;
const EULER_GAMMA = 0.5772156649015329;

function powerSeries(z: number): number {
  let term = 1;
  let sum = -EULER_GAMMA - Math.log(z);
  for (let k = 1; k < MAX_STEPS; k++) {
    term *= -z / k;
    sum -= term / k;
    if (Math.abs(term) < Number.EPSILON * Math.abs(sum)) break;
  }
  return sum * Math.exp(z);
}

/** The continued fraction of Abramowitz & Stegun 5.1.22, by Lentz's method: it gives the scaled function at once. */
function continuedFraction(z: number): number {
  let b = z + 1;
  let c = Infinity;
  let d = 1 / b;
  let value = d;
  for (let k = 1; k < MAX_STEPS; k++) {
    const a = -k * k;
    b += 2;
    d = 1 / (a * d + b);
    c = b + a / c;
    const factor = c * d;
    value *= factor;
    if (Math.abs(factor - 1) < Number.EPSILON) break;
  }
  return value;
}

/** The scaled exponential integral eᶻ E₁(z) = ∫₀^∞ e^(−zt)/(1+t) dt for z > 0: it neither overflows nor vanishes. */
export function scaledExponentialIntegral(z: number): number {
  return z < SERIES_LIMIT ? powerSeries(z) : continuedFraction(z);
}
