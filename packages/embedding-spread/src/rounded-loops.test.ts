import { seededRandom } from "@corpulse/measurement";
import { afterEach, describe, expect, test, vi } from "vitest";
import { denseKernel } from "./dense-kernel.ts";
import { OCTET } from "./octet.ts";
import type { RoundedLoops } from "./rounded-loops.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

/** What a step makes of a memory that `fill` has filled; first with SIMD, then without. */
function stepped(
  bytes: number,
  fill: (buffer: ArrayBuffer) => void,
  run: (loops: RoundedLoops) => void,
): ArrayBuffer[] {
  return [false, true].map((without) => {
    if (without) vi.stubGlobal("WebAssembly", undefined);
    const kernel = denseKernel(bytes);
    fill(kernel.buffer);
    run(kernel);
    return kernel.buffer.slice(0, bytes);
  });
}

describe("roundColumns()", () => {
  const STRIDE = 24;
  const MOST = 9;
  const GROUP = OCTET * 2 * (MOST + 1);
  const SCALES = 4 * STRIDE * MOST;
  const OFFSET = SCALES + 8 * MOST;
  const UNITS = OFFSET + 8 * STRIDE;
  const TERMS = UNITS + 8 * STRIDE;
  const PANEL = TERMS + 4 * OCTET * (MOST + 1);
  const BYTES = PANEL + (STRIDE / OCTET) * GROUP;

  function fill(buffer: ArrayBuffer): void {
    const random = seededRandom(5);
    const number = (): number => (random() - 0.5) * 10 ** (4 * random());
    const rows = new Float32Array(buffer, 0, STRIDE * MOST);
    // One column is zero, and one but for a single value.
    rows.set(rows.map((_, at) => (at % STRIDE === 3 || (at % STRIDE === 4 && at !== 4) ? 0 : number())));
    const scales = new Float64Array(buffer, SCALES, MOST + STRIDE);
    scales.set(scales.map((_, at) => (at === MOST + 3 || at === MOST + 4 ? 0 : number())));
    new Int16Array(buffer, PANEL, (BYTES - PANEL) / 2).fill(7);
  }

  test.each([1, 2, 8, 9])("rounds columns of %d rows in units of their own, to the last bit", (count) => {
    const before = new ArrayBuffer(BYTES);
    fill(before);
    const found = stepped(BYTES, fill, ({ roundColumns }) =>
      roundColumns(0, count, STRIDE * 4, SCALES, OFFSET, 0.7, TERMS, PANEL, GROUP, UNITS),
    );
    const rows = new Float32Array(before, 0, STRIDE * MOST);
    const scales = new Float64Array(before, SCALES, MOST);
    const offset = new Float64Array(before, OFFSET, STRIDE);
    for (const after of found) {
      const units = new Float64Array(after, UNITS, STRIDE);
      const panel = new Int16Array(after, PANEL);
      for (let k = 0; k < STRIDE; k++) {
        const at = (k >> 3) * (GROUP / 2) + 2 * (k & 7);
        const column = Array.from({ length: MOST + 1 }, (_, row) => panel[at + (row >> 1) * 16 + (row & 1)]);
        // An odd number of rows gets a zero, and what comes after it is left as it is.
        expect(column.slice(count)).toEqual(column.slice(count).map((_, rest) => (rest < count % 2 ? 0 : 7)));
        let squares = 0;
        for (let row = 0; row < count; row++) {
          const value = (rows[row * STRIDE + k] * scales[row] - offset[k]) * 0.7;
          // Half a unit, and what three roundings to 32 bits do to 15 bits.
          expect(Math.abs(value / units[k] - column[row])).toBeLessThan(0.51);
          squares += column[row] * column[row];
        }
        expect(squares / 2 ** 30).toBeCloseTo(k === 3 ? 0 : 1, 2);
        expect(squares).toBeLessThan(2 ** 30);
      }
    }
    expect(found[0]).toEqual(found[1]);
  });
});

describe("addRoundedProducts()", () => {
  test.each([
    [1, 1],
    [3, 2],
    [64, 3],
  ])("adds up products of %d pairs of terms of all columns in %d groups, exactly", (pairs, groups) => {
    const group = pairs * OCTET * 4;
    const unitsFrom = group * groups;
    const scratch = unitsFrom + groups * OCTET * 8;
    const sumsFrom = scratch + 128;
    const sumsLength = groups * (groups + 1) * 32;
    const largest = Math.floor(2 ** 15 / Math.sqrt(2 * pairs));
    const fill = (buffer: ArrayBuffer): void => {
      const random = seededRandom(pairs);
      const values = new Int16Array(buffer, 0, unitsFrom / 2);
      values.set(values.map(() => Math.round((2 * random() - 1) * largest)));
      // A column that is as long as one may be.
      for (let at = 0; at < group / 2; at += 2 * OCTET) values.fill(-largest, at, at + 2);
      const units = new Float64Array(buffer, unitsFrom, groups * OCTET);
      units.set(units.map(() => random()));
      const sums = new Float64Array(buffer, sumsFrom, sumsLength);
      sums.set(sums.map(() => random()));
    };
    const bytes = sumsFrom + sumsLength * 8;
    const before = new ArrayBuffer(bytes);
    fill(before);
    const found = stepped(bytes, fill, ({ addRoundedProducts }) =>
      addRoundedProducts(0, group, groups, unitsFrom, scratch, sumsFrom),
    );
    const values = new Int16Array(before, 0, unitsFrom / 2);
    const units = new Float64Array(before, unitsFrom, groups * OCTET);
    const value = (column: number, term: number): number =>
      values[((column >> 3) * group) / 2 + (term >> 1) * 16 + 2 * (column & 7) + (term & 1)];
    const expected = new Float64Array(before, sumsFrom, sumsLength);
    let at = 0;
    for (let right = 0; right < groups; right++) {
      for (let row = 0; row < (right + 1) * OCTET; row++) {
        for (let column = right * OCTET; column < (right + 1) * OCTET; column++, at++) {
          let product = 0;
          for (let term = 0; term < 2 * pairs; term++) product += value(row, term) * value(column, term);
          expected[at] += product * (units[row] * units[column]);
        }
      }
    }
    for (const after of found) expect(new Float64Array(after, sumsFrom, sumsLength)).toEqual(expected);
  });
});
