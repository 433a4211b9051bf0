import { seededRandom } from "@corpulse/measurement";
import { afterEach, expect, test, vi } from "vitest";
import { type DenseKernel, denseKernel } from "./dense-kernel.ts";
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

test.each([1, 2, 3, 8, 11])(
  "reflect() leaves one entry of row %d, and lengths and products of the rows above",
  (last) => {
    const entries: number[] = [];
    const { before, after } = stepped(last, (loops) => {
      entries.push(loops.reflect(0, WIDTH, last, FIRST, SECOND));
    });
    const row = before.subarray(last * SIZE, last * SIZE + last);
    expect(Math.abs(entries[0])).toBeCloseTo(Math.hypot(...row), 8);
    expect(entries[0]).toBe(entries[1]);
    for (let i = 0; i < last; i++) {
      const [first, second] = after.map((values) => values.subarray(i * SIZE, i * SIZE + i + 1));
      expect(first).toEqual(second);
    }
    const squares = (values: Float64Array): number => {
      let sum = 0;
      for (let i = 0; i < last; i++) {
        for (let j = 0; j <= i; j++) sum += (i === j ? 1 : 2) * values[i * SIZE + j] ** 2;
      }
      return sum;
    };
    expect(squares(after[0]) / squares(before)).toBeCloseTo(1, 10);
  },
);

test.each([1, 2, 3, 11, 12])("diagonalize() gives the eigenvalues of %d rows, to the last bit", (length) => {
  const { before, after } = stepped(length, (loops) => loops.diagonalize(FIRST, SECOND, length));
  const [diagonal, beside] = [before.slice(SIZE * SIZE), before.slice((SIZE + 1) * SIZE)];
  expect(after[0]).toEqual(after[1]);
  const sum = (values: Float64Array): number => values.subarray(0, length).reduce((total, value) => total + value, 0);
  const squares = (values: Float64Array, rows: number): number =>
    values.subarray(0, rows).reduce((total, value) => total + value * value, 0);
  const found = after[0].subarray(SIZE * SIZE);
  const size = Math.sqrt(squares(diagonal, length) + 2 * squares(beside, length - 1));
  expect(sum(found) / size).toBeCloseTo(sum(diagonal) / size, 12);
  expect(squares(found, length) / size ** 2).toBeCloseTo(1, 12);
});

test.each([
  ["zeros on the diagonal", [0, 0, 0, 0], [1, 1, 1]],
  ["a matrix in parts", [1, 2, 3, 4], [1, 0, 1]],
  ["a rotation of length zero", [0, 0, 1, 1], [1, 0, 0]],
  ["nothing", [0, 0, 0, 0], [0, 0, 0]],
])("diagonalize() gives the same for %s with and without SIMD", (_, diagonal, beside) => {
  const { after } = stepped(1, (loops) => {
    const { buffer } = loops as DenseKernel;
    new Float64Array(buffer, FIRST, 4).set(diagonal);
    new Float64Array(buffer, SECOND, 4).set([...beside, 0]);
    loops.diagonalize(FIRST, SECOND, 4);
  });
  expect(after[0]).toEqual(after[1]);
  for (const value of after[0].subarray((SIZE + 1) * SIZE, (SIZE + 1) * SIZE + 4)) expect(value).toBeCloseTo(0, 15);
});
