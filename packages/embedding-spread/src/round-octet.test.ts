import { seededRandom } from "@corpulse/measurement";
import { afterEach, expect, test, vi } from "vitest";
import { denseKernel } from "./dense-kernel.ts";
import { OCTET } from "./octet.ts";
import { SEGMENTS } from "./row-block.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

test.each([2, 4, 6])(
  "roundOctet() rounds eight rows of segments of %d steps, and bounds what is left of them",
  (steps) => {
    const length = steps * SEGMENTS * 2;
    const stride = length * 4;
    const factorsFrom = OCTET * stride;
    const octet = factorsFrom + OCTET * 4;
    const squares = octet + OCTET * length * 2;
    const rests = squares + SEGMENTS * OCTET * 4;
    const [kernel, plain] = [false, true].map((without) => {
      if (without) vi.stubGlobal("WebAssembly", undefined);
      const { buffer, roundOctet } = denseKernel(rests + SEGMENTS * 4);
      const random = seededRandom(steps);
      const rows = new Float32Array(buffer, 0, OCTET * length);
      rows.set(rows.map(() => 2 * random() - 1));
      new Float32Array(buffer, factorsFrom, OCTET).set(Array.from({ length: OCTET }, (_, row) => row * 1000));
      roundOctet({ rows: 0, stride, factors: factorsFrom, octet, segment: steps * 32, squares, rests });
      return buffer.slice(0, rests + SEGMENTS * 4);
    });
    expect(kernel).toEqual(plain);
    const rows = new Float32Array(kernel, 0, OCTET * length);
    const wholes = new Int16Array(kernel, octet, OCTET * length);
    const whole = (row: number, k: number): number => wholes[(k >> 1) * 16 + 2 * row + (k & 1)];
    for (let part = 0; part < SEGMENTS; part++) {
      let longest = 0;
      for (let row = 0; row < OCTET; row++) {
        let rest = 0;
        for (let k = 0; k < length; k++) {
          expect(Math.abs(rows[row * length + k] * row * 1000 - whole(row, k))).toBeLessThan(0.51);
          if (k >= (part + 1) * steps * 2) rest += whole(row, k) ** 2;
        }
        longest = Math.max(longest, Math.sqrt(rest));
      }
      const found = new Float32Array(kernel, rests, SEGMENTS)[part];
      expect(found).toBeGreaterThanOrEqual(longest);
      expect(found).toBeLessThanOrEqual(longest * 1.000001);
    }
  },
);
