import { seededRandom } from "@corpulse/measurement";
import { afterEach, expect, test, vi } from "vitest";
import { denseKernel } from "./dense-kernel.ts";
import type { SymmetricLoops } from "./symmetric-loops.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

const SIZE = 12;
const WIDTH = SIZE * 8;
const [FIRST, SECOND] = [SIZE * WIDTH, (SIZE + 1) * WIDTH];

/** A matrix and two vectors of numbers of many sizes, and what a step makes of them; first with SIMD, then without. */
function stepped(seed: number, run: (loops: SymmetricLoops) => void): { before: Float64Array; after: Float64Array[] } {
  const fresh = (): { kernel: SymmetricLoops; values: Float64Array } => {
    const kernel = denseKernel((SIZE + 2) * WIDTH);
    const random = seededRandom(seed);
    const values = new Float64Array(kernel.buffer, 0, (SIZE + 2) * SIZE);
    for (let at = 0; at < values.length; at++) values[at] = (random() - 0.5) * 10 ** (4 * random());
    return { kernel, values };
  };
  const before = fresh().values;
  const after = [false, true].map((without) => {
    if (without) vi.stubGlobal("WebAssembly", undefined);
    const { kernel, values } = fresh();
    run(kernel);
    return values;
  });
  return { before, after };
}

test.each([0, 1, 3, 4, 7, 11, 12])("multiplySymmetric() takes %d rows in order, to the last bit", (length) => {
  const { before, after } = stepped(length, (loops) => loops.multiplySymmetric(0, WIDTH, length, FIRST, SECOND));
  const [vector, expected] = [before.subarray(SIZE * SIZE), before.slice((SIZE + 1) * SIZE)];
  for (let i = 0; i < length; i++) {
    let sum = 0;
    for (let j = 0; j < i; j++) {
      sum += before[i * SIZE + j] * vector[j];
      expected[j] += before[i * SIZE + j] * vector[i];
    }
    expected[i] = sum + before[i * SIZE + i] * vector[i];
  }
  for (const found of after) expect(found.subarray((SIZE + 1) * SIZE)).toEqual(expected);
});

test.each([0, 1, 2, 7, 11])("subtractProducts() changes the lower half of %d rows, to the last bit", (length) => {
  const { before, after } = stepped(length, (loops) => loops.subtractProducts(0, WIDTH, length, FIRST, SECOND));
  const [a, b] = [before.subarray(SIZE * SIZE), before.subarray((SIZE + 1) * SIZE)];
  for (const found of after) {
    for (let i = 0; i < SIZE; i++) {
      const row = before.slice(i * SIZE, i * SIZE + i + 1);
      if (i < length) for (let j = 0; j <= i; j++) row[j] -= a[i] * b[j] + b[i] * a[j];
      expect(found.subarray(i * SIZE, i * SIZE + i + 1)).toEqual(row);
    }
  }
});
