import type { Tridiagonal } from "./tridiagonal.ts";

/** What is this small beside its neighbours on the diagonal is rounding. */
const ROUNDING = 2 ** -52;

/** Two or three steps for an eigenvalue are usual; a matrix that is not finite would never end. */
const MOST_STEPS = 64;

/**
 * One implicit QL step on rows `first` to `last`, shifted towards the eigenvalue that is nearest to the first entry. The
 * rotations run upwards; each pushes the entry beside the diagonal that the one before has made out by a row.
 */
function step(diagonal: Float64Array, beside: Float64Array, first: number, last: number): void {
  const half = (diagonal[first + 1] - diagonal[first]) / (2 * beside[first]);
  const root = Math.sqrt(half * half + 1);
  let g = diagonal[last] - diagonal[first] + beside[first] / (half + (half < 0 ? -root : root));
  let sine = 1;
  let cosine = 1;
  let moved = 0;
  for (let i = last - 1; i >= first; i--) {
    const f = sine * beside[i];
    const b = cosine * beside[i];
    const length = Math.sqrt(f * f + g * g);
    beside[i + 1] = length;
    if (length === 0) {
      // The matrix has come apart here: the rest is for the next step.
      diagonal[i + 1] -= moved;
      beside[last] = 0;
      return;
    }
    sine = f / length;
    cosine = g / length;
    g = diagonal[i + 1] - moved;
    const turned = (diagonal[i] - g) * sine + 2 * cosine * b;
    moved = sine * turned;
    diagonal[i + 1] = g + moved;
    g = cosine * turned - b;
  }
  diagonal[first] -= moved;
  beside[first] = g;
  beside[last] = 0;
}

/** Makes the diagonal of a tridiagonal matrix its eigenvalues, the way of `kernel/diagonalize.wat` where there is no SIMD. */
export function diagonalize({ diagonal, beside }: Tridiagonal): void {
  const { length } = diagonal;
  for (let first = 0; first < length; first++) {
    for (let steps = 0; steps < MOST_STEPS; steps++) {
      let last = first;
      while (last < length - 1) {
        const size = Math.abs(diagonal[last]) + Math.abs(diagonal[last + 1]);
        if (Math.abs(beside[last]) <= ROUNDING * size) break;
        last++;
      }
      if (last === first) break;
      step(diagonal, beside, first, last);
    }
  }
}
