/**
 * Adds the 16 dot products of two quads of rows, the way of `kernel/add-products.wat` where there is no SIMD. Each of the eight values
 * that a step loads is used four times, which is what makes plain JavaScript fast here; each sum runs over the values in
 * order, so results do not depend on how rows are grouped.
 */
export function quadProducts(buffer: ArrayBuffer): (a: number, b: number, depth: number, sums: number) => void {
  const values = new Float64Array(buffer);
  return (a, b, depth, sums) => {
    const aFrom = a / 8;
    const bFrom = b / 8;
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
    const end = aFrom + depth * 4;
    let q = bFrom;
    for (let p = aFrom; p < end; p += 4) {
      const b0 = values[q];
      const b1 = values[q + 1];
      const b2 = values[q + 2];
      const b3 = values[q + 3];
      let x = values[p];
      s00 += x * b0;
      s01 += x * b1;
      s02 += x * b2;
      s03 += x * b3;
      x = values[p + 1];
      s10 += x * b0;
      s11 += x * b1;
      s12 += x * b2;
      s13 += x * b3;
      x = values[p + 2];
      s20 += x * b0;
      s21 += x * b1;
      s22 += x * b2;
      s23 += x * b3;
      x = values[p + 3];
      s30 += x * b0;
      s31 += x * b1;
      s32 += x * b2;
      s33 += x * b3;
      q += 4;
    }
    const at = sums / 8;
    values[at] += s00;
    values[at + 1] += s01;
    values[at + 2] += s02;
    values[at + 3] += s03;
    values[at + 4] += s10;
    values[at + 5] += s11;
    values[at + 6] += s12;
    values[at + 7] += s13;
    values[at + 8] += s20;
    values[at + 9] += s21;
    values[at + 10] += s22;
    values[at + 11] += s23;
    values[at + 12] += s30;
    values[at + 13] += s31;
    values[at + 14] += s32;
    values[at + 15] += s33;
  };
}
