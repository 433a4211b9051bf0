import { seededRandom } from "@corpulse/measurement";
import { afterEach, expect, test, vi } from "vitest";
import { denseKernel } from "./dense-kernel.ts";
import type { RowLoops } from "./row-loops.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

const STRIDE = 24;
const COUNT = 8;
const SIZE = STRIDE * COUNT;

/** Where things lie, in bytes: rows of 32 bits, rows of 64, a number a row, two of a value. */
const [SINGLES, DOUBLES, FACTORS, OFFSET, SUMS, BYTES] = [
  0,
  SIZE * 4,
  SIZE * 12,
  SIZE * 12 + COUNT * 8,
  SIZE * 12 + (COUNT + STRIDE) * 8,
  SIZE * 12 + (COUNT + 2 * STRIDE) * 8,
];

/** Numbers of many sizes in a memory, and what a pass makes of them; first with SIMD, then without. */
function passed(seed: number, run: (loops: RowLoops) => void): { before: ArrayBuffer; after: ArrayBuffer[] } {
  const fresh = (): { kernel: RowLoops; buffer: ArrayBuffer } => {
    const kernel = denseKernel(BYTES);
    const random = seededRandom(seed);
    const number = (): number => (random() - 0.5) * 10 ** (4 * random());
    new Float32Array(kernel.buffer, 0, SIZE).set(Float32Array.from({ length: SIZE }, number));
    const doubles = new Float64Array(kernel.buffer, DOUBLES, (BYTES - DOUBLES) / 8);
    doubles.set(Float64Array.from(doubles, number));
    return { kernel, buffer: kernel.buffer };
  };
  const before = fresh().buffer.slice(0, BYTES);
  const after = [false, true].map((without) => {
    if (without) vi.stubGlobal("WebAssembly", undefined);
    const { kernel, buffer } = fresh();
    run(kernel);
    return buffer.slice(0, BYTES);
  });
  return { before, after };
}

test("centreRows() scales and shifts rows, to the last bit", () => {
  const { before, after } = passed(1, (loops) =>
    loops.centreRows(SINGLES, COUNT, STRIDE * 4, FACTORS, OFFSET, DOUBLES),
  );
  const [rows, scales] = [new Float32Array(before, SINGLES, SIZE), new Float64Array(before, FACTORS, COUNT)];
  const offset = new Float64Array(before, OFFSET, STRIDE);
  const expected = Float64Array.from(
    rows,
    (value, at) => value * scales[Math.floor(at / STRIDE)] - offset[at % STRIDE],
  );
  for (const found of after) expect(new Float64Array(found, DOUBLES, SIZE)).toEqual(expected);
});

test.each([0, 1, 8])("addRows() and addSquares() add %d rows in order, to the last bit", (count) => {
  const added = passed(2, (loops) => loops.addRows(DOUBLES, count, STRIDE * 8, FACTORS, SUMS));
  const squared = passed(2, (loops) => loops.addSquares(DOUBLES, count, STRIDE * 8, SUMS));
  const rows = new Float64Array(added.before, DOUBLES, SIZE);
  const factors = new Float64Array(added.before, FACTORS, COUNT);
  const [sums, squares] = [0, 1].map(() => new Float64Array(added.before.slice(SUMS, SUMS + STRIDE * 8)));
  for (let at = 0; at < count * STRIDE; at++) {
    sums[at % STRIDE] += rows[at] * factors[Math.floor(at / STRIDE)];
    squares[at % STRIDE] += rows[at] * rows[at];
  }
  for (const found of added.after) expect(new Float64Array(found, SUMS, STRIDE)).toEqual(sums);
  for (const found of squared.after) expect(new Float64Array(found, SUMS, STRIDE)).toEqual(squares);
});

test.each([0, 5, 8])("squareLengths() sums up each of %d rows in order, to the last bit", (count) => {
  const { before, after } = passed(3, (loops) => loops.squareLengths(DOUBLES, count, STRIDE * 8, FACTORS));
  const rows = new Float64Array(before, DOUBLES, SIZE);
  const expected = new Float64Array(count);
  for (let at = 0; at < count * STRIDE; at++) expected[Math.floor(at / STRIDE)] += rows[at] * rows[at];
  for (const found of after) expect(new Float64Array(found, FACTORS, count)).toEqual(expected);
  expect(after[0]).toEqual(after[1]);
});
