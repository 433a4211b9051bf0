import { expect, test } from "vitest";
import { denseKernel } from "./dense-kernel.ts";
import { exactProducts, exactProductsBytes } from "./exact-products.ts";
import { generatedRows } from "./fixtures/generated-rows.ts";
import { usableRows } from "./usable-rows.ts";
import { asVectors } from "./vectors.ts";

test.each([null, Float64Array.of(0.1, -0.2, 0.3, 0, 1)])(
  "exactProducts() gives the same bits by tiles as by pairs, offset %s",
  (offset) => {
    const rows = usableRows(asVectors(generatedRows(1, 37, 5)), { unit: true, leaveOutZeros: true });
    const chosen = Uint32Array.of(0, 3, 4, 9, 20, 36);
    const kernel = denseKernel(exactProductsBytes(5, 16));
    const ready = { rows, offset, halves: null, scale: 1 };
    const { ofPair, ofTile } = exactProducts(kernel, ready, { chosen, chunk: 16, at: 0 });
    // Twice from the beginning: places of the chunk are used again.
    for (const from of [0, 8, 16, 32, 0, 24]) {
      for (const quad of [0, 1]) {
        const tile = ofTile(quad, from);
        for (let place = quad * 4; place < Math.min(chosen.length, quad * 4 + 4); place++) {
          for (let row = from; row < Math.min(37, from + 8); row++) {
            const column = row - from;
            const found = tile[(column >> 2) * 16 + (place & 3) * 4 + (column & 3)];
            expect(found).toBe(ofPair(chosen[place], row));
            let expected = 0;
            for (let k = 0; k < 5; k++) {
              const [a, b] = [chosen[place], row].map(
                (i) => rows.data[i * 5 + k] * rows.scales[i] - (offset?.[k] ?? 0),
              );
              expected += a * b;
            }
            expect(found).toBe(expected);
          }
        }
      }
    }
  },
);
