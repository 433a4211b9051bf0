import type { SymmetricMatrix } from "./gram-matrix.ts";
import { QUAD } from "./octet.ts";

/** Lays tiles of four rows by `width` columns, which follow each other column by column, out as a whole matrix. */
export function untiled(tiles: Float64Array, size: number, width: number): SymmetricMatrix {
  const values = new Float64Array(size * size);
  const groups = Math.ceil(size / width);
  let at = 0;
  for (let right = 0; right < groups; right++) {
    for (let left = 0; left < ((right + 1) * width) / QUAD; left++, at += QUAD * width) {
      for (let index = 0; index < QUAD * width; index++) {
        const row = left * QUAD + Math.floor(index / width);
        const column = right * width + (index % width);
        if (row > column || column >= size) continue;
        const value = tiles[at + index];
        values[row * size + column] = value;
        values[column * size + row] = value;
      }
    }
  }
  return { size, values };
}
