/** Rows side by side in a panel: value `k` of the quad's row `r` is `panel[at + 4 * k + r]`. */
export const QUAD = 4;

/** Multiplies quads of rows of one depth (number of values). */
export interface QuadProducts {
  /** The products of the last call: `sums[4 * i + j]` is row `i` of `a` with row `j` of `b`. */
  readonly sums: Float64Array;
  readonly multiply: (a: Float64Array, aAt: number, b: Float64Array, bAt: number) => void;
}

/**
 * The 16 dot products of two quads of rows. Each of the eight values that a step loads is used four times, which is what
 * makes plain JavaScript fast here; each sum runs over `k` in order, so results do not depend on how rows are grouped.
 */
export function quadProducts(depth: number): QuadProducts {
  const sums = new Float64Array(QUAD * QUAD);
  const multiply = (a: Float64Array, aAt: number, b: Float64Array, bAt: number): void => {
    let s00 = 0;
    let s01 = 0;
    let s02 = 0;
    let s03 = 0;
    let s10 = 0;
    let s11 = 0;
    let s12 = 0;
    let s13 = 0;
    let s20 = 0;
    let s21 = 0;
    let s22 = 0;
    let s23 = 0;
    let s30 = 0;
    let s31 = 0;
    let s32 = 0;
    let s33 = 0;
    const end = aAt + depth * QUAD;
    let q = bAt;
    for (let p = aAt; p < end; p += QUAD) {
      const b0 = b[q];
      const b1 = b[q + 1];
      const b2 = b[q + 2];
      const b3 = b[q + 3];
      let x = a[p];
      s00 += x * b0;
      s01 += x * b1;
      s02 += x * b2;
      s03 += x * b3;
      x = a[p + 1];
      s10 += x * b0;
      s11 += x * b1;
      s12 += x * b2;
      s13 += x * b3;
      x = a[p + 2];
      s20 += x * b0;
      s21 += x * b1;
      s22 += x * b2;
      s23 += x * b3;
      x = a[p + 3];
      s30 += x * b0;
      s31 += x * b1;
      s32 += x * b2;
      s33 += x * b3;
      q += QUAD;
    }
    sums[0] = s00;
    sums[1] = s01;
    sums[2] = s02;
    sums[3] = s03;
    sums[4] = s10;
    sums[5] = s11;
    sums[6] = s12;
    sums[7] = s13;
    sums[8] = s20;
    sums[9] = s21;
    sums[10] = s22;
    sums[11] = s23;
    sums[12] = s30;
    sums[13] = s31;
    sums[14] = s32;
    sums[15] = s33;
  };
  return { sums, multiply };
}
