import { OCTET, QUAD } from "./octet.ts";

const { fround } = Math;

/**
 * Adds the dot products of the columns of a panel with each other, the way of `kernel/add-single-products.wat` where there is
 * no SIMD: products and sums in 32 bits, the totals in 64.
 */
export function singleProducts(
  buffer: ArrayBuffer,
): (panel: number, group: number, groups: number, sums: number) => void {
  const values = new Float32Array(buffer, 0, buffer.byteLength >> 2);
  const totals = new Float64Array(buffer, 0, buffer.byteLength >> 3);

  /** Adds the products of half an octet and an octet, all of them numbers of values. */
  function addTile(a: number, b: number, depth: number, sums: number): void {
    for (let row = 0; row < QUAD; row++) {
      let s0 = 0;
      let s1 = 0;
      let s2 = 0;
      let s3 = 0;
      let s4 = 0;
      let s5 = 0;
      let s6 = 0;
      let s7 = 0;
      let p = a + row;
      let q = b;
      for (const end = p + depth * OCTET; p < end; p += OCTET, q += OCTET) {
        const x = values[p];
        s0 = fround(s0 + fround(x * values[q]));
        s1 = fround(s1 + fround(x * values[q + 1]));
        s2 = fround(s2 + fround(x * values[q + 2]));
        s3 = fround(s3 + fround(x * values[q + 3]));
        s4 = fround(s4 + fround(x * values[q + 4]));
        s5 = fround(s5 + fround(x * values[q + 5]));
        s6 = fround(s6 + fround(x * values[q + 6]));
        s7 = fround(s7 + fround(x * values[q + 7]));
      }
      const at = sums + row * OCTET;
      totals[at] += s0;
      totals[at + 1] += s1;
      totals[at + 2] += s2;
      totals[at + 3] += s3;
      totals[at + 4] += s4;
      totals[at + 5] += s5;
      totals[at + 6] += s6;
      totals[at + 7] += s7;
    }
  }

  return (panel, group, groups, sums) => {
    let at = sums / 8;
    for (let right = 0; right < groups; right++) {
      for (let half = 0; half < (right + 1) * 2; half++, at += QUAD * OCTET) {
        const left = (panel + (half >> 1) * group) / 4 + (half & 1) * QUAD;
        addTile(left, (panel + right * group) / 4, group / 4 / OCTET, at);
      }
    }
  };
}
