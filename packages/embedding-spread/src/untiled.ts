import type { SymmetricMatrix } from "./gram-matrix.ts";
import { QUAD } from "./octet.ts";

/** Lays tiles of four rows by `width` columns, which follow each other column by column, out as the lower half of a matrix. */
export function untiled(tiles: Float64Array, size: number, width: number): SymmetricMatrix {
  const values = new Float64Array(size * size);
  let at = 0;
  for (let right = 0; right < size; right += width) {
    for (let left = 0; left < right + width; left += QUAD, at += QUAD * width) {
      for (let column = right; column < Math.min(right + width, size); column++) {
        const last = Math.min(left + QUAD - 1, column);
        for (let row = left; row <= last; row++) {
          values[column * size + row] = tiles[at + (row - left) * width + column - right];
        }
      }
    }
  }
  return { size, values };
}
