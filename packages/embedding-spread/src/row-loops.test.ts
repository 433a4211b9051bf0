import { seededRandom } from "@corpulse/measurement";
import { afterEach, expect, test, vi } from "vitest";
import { denseKernel } from "./dense-kernel.ts";
import type { RowLoops } from "./row-loops.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

const STRIDE = 24;
const COUNT = 16;
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

test.each([0, 8, 16])("addRows() and addSingleRows() add %d rows in order, to the last bit", (count) => {
  const doubles = passed(2, (loops) => loops.addRows(DOUBLES, count, STRIDE * 8, FACTORS, SUMS));
  const singles = passed(2, (loops) => loops.addSingleRows(SINGLES, count, STRIDE * 4, FACTORS, SUMS));
  const factors = new Float64Array(doubles.before, FACTORS, COUNT);
  for (const [{ before, after }, rows] of [
    [doubles, new Float64Array(doubles.before, DOUBLES, SIZE)],
    [singles, new Float32Array(singles.before, SINGLES, SIZE)],
  ] as const) {
    const sums = new Float64Array(before.slice(SUMS, SUMS + STRIDE * 8));
    for (let at = 0; at < count * STRIDE; at++) sums[at % STRIDE] += rows[at] * factors[Math.floor(at / STRIDE)];
    for (const found of after) expect(new Float64Array(found, SUMS, STRIDE)).toEqual(sums);
  }
});

test.each([0, 8, 16])(
  "squareRows() and squareLengths() sum up squares of %d rows in order, to the last bit",
  (count) => {
    const doubles = passed(3, (loops) => loops.squareRows(DOUBLES, count, STRIDE * 8, SUMS, FACTORS));
    const singles = passed(3, (loops) => loops.squareLengths(SINGLES, count, STRIDE * 4, FACTORS));
    const sums = new Float64Array(doubles.before.slice(SUMS, SUMS + STRIDE * 8));
    for (const [{ before, after }, rows] of [
      [doubles, new Float64Array(doubles.before, DOUBLES, SIZE)],
      [singles, new Float32Array(singles.before, SINGLES, SIZE)],
    ] as const) {
      const lengths = new Float64Array(before.slice(FACTORS, FACTORS + COUNT * 8)).fill(0, 0, count);
      for (let at = 0; at < count * STRIDE; at++) lengths[Math.floor(at / STRIDE)] += rows[at] * rows[at];
      for (const found of after) expect(new Float64Array(found, FACTORS, COUNT)).toEqual(lengths);
    }
    const rows = new Float64Array(doubles.before, DOUBLES, SIZE);
    for (let at = 0; at < count * STRIDE; at++) sums[at % STRIDE] += rows[at] * rows[at];
    for (const found of doubles.after) expect(new Float64Array(found, SUMS, STRIDE)).toEqual(sums);
  },
);
