import type { SymmetricMatrix } from "./gram-matrix.ts";

/** A symmetric matrix that has entries only on the diagonal and beside it: `beside[i]` is left of `diagonal[i]`. */
interface Tridiagonal {
  readonly diagonal: Float64Array;
  readonly beside: Float64Array;
}

function length(values: Float64Array, from: number, to: number): number {
  let squares = 0;
  for (let at = from; at < to; at++) squares += values[at] * values[at];
  return Math.sqrt(squares);
}

/**
 * Reflects a symmetric matrix, row after row from the last one, until it is tridiagonal: the eigenvalues stay the same. Only
 * the lower half is read and written, along its rows.
 */
function tridiagonal({ size, values }: SymmetricMatrix): Tridiagonal {
  const a = values.slice();
  const diagonal = new Float64Array(size);
  const beside = new Float64Array(size);
  const image = new Float64Array(size);
  for (let i = size - 1; i >= 0; i--) {
    const at = i * size;
    diagonal[i] = a[at + i];
    if (i === 0) break;
    const last = a[at + i - 1];
    const norm = length(a, at, at + i);
    beside[i] = last > 0 ? -norm : norm;
    if (length(a, at, at + i - 1) === 0) {
      beside[i] = last;
      continue;
    }
    // The mirror's normal u is the row, less what is to be left of it; h is half its squared length.
    const u = a.subarray(at, at + i);
    u[i - 1] = last - beside[i];
    const h = norm * norm - last * beside[i];
    image.fill(0, 0, i);
    for (let j = 0; j < i; j++) {
      const row = j * size;
      const uj = u[j];
      let sum = 0;
      for (let k = 0; k < j; k++) {
        sum += a[row + k] * u[k];
        image[k] += a[row + k] * uj;
      }
      image[j] += sum + a[row + j] * uj;
    }
    let along = 0;
    for (let j = 0; j < i; j++) {
      image[j] /= h;
      along += image[j] * u[j];
    }
    along /= 2 * h;
    for (let j = 0; j < i; j++) image[j] -= along * u[j];
    for (let j = 0; j < i; j++) {
      const row = j * size;
      const uj = u[j];
      const vj = image[j];
      for (let k = 0; k <= j; k++) a[row + k] -= uj * image[k] + vj * u[k];
    }
  }
  return { diagonal, beside };
}

/** More rounds than this are never needed: each brings an entry beside the diagonal to 0 with cubic convergence. */
const MOST_ROUNDS = 60;

/** The eigenvalues of a tridiagonal matrix, which is overwritten, by the QL algorithm with implicit shifts. */
function eigenvaluesOf({ diagonal: d, beside }: Tridiagonal): Float64Array {
  const size = d.length;
  const e = new Float64Array(size);
  e.set(beside.subarray(1));
  for (let l = 0; l < size; l++) {
    for (let round = 0; round < MOST_ROUNDS; round++) {
      let m = l;
      while (m < size - 1 && Math.abs(e[m]) > Number.EPSILON * (Math.abs(d[m]) + Math.abs(d[m + 1]))) m++;
      if (m === l) break;
      const ratio = (d[l + 1] - d[l]) / (2 * e[l]);
      const root = Math.sqrt(ratio * ratio + 1);
      let g = d[m] - d[l] + e[l] / (ratio + (ratio < 0 ? -root : root));
      let sine = 1;
      let cosine = 1;
      let shift = 0;
      let i = m - 1;
      for (; i >= l; i--) {
        const f = sine * e[i];
        const b = cosine * e[i];
        const r = Math.sqrt(f * f + g * g);
        e[i + 1] = r;
        if (r === 0) {
          // The matrix falls apart here: what was rotated so far is put back.
          d[i + 1] -= shift;
          e[m] = 0;
          break;
        }
        sine = f / r;
        cosine = g / r;
        g = d[i + 1] - shift;
        const t = (d[i] - g) * sine + 2 * cosine * b;
        shift = sine * t;
        d[i + 1] = g + shift;
        g = cosine * t - b;
      }
      if (i >= l) continue;
      d[l] -= shift;
      e[l] = g;
      e[m] = 0;
    }
  }
  return d.toSorted();
}

/**
 * The eigenvalues of a symmetric matrix in ascending order, without the vectors, which would cost several times as much.
 *
 * Source: Golub & Van Loan 2013, algorithms 8.3.1 and 8.3.3; Dubrulle, Martin & Wilkinson 1968 (implicit QL).
 */
export function symmetricEigenvalues(matrix: SymmetricMatrix): Float64Array {
  return eigenvaluesOf(tridiagonal(matrix));
}
