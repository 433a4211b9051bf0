import { afterEach, describe, expect, test, vi } from "vitest";
import { generatedRows } from "./fixtures/generated-rows.ts";
import { geometry, ROUNDED_ROWS } from "./geometry.ts";
import { measureEmbeddingSpread } from "./measure-embedding-spread.ts";
import { participationRatio } from "./participation-ratio.ts";
import { CHUNK } from "./rounded-gram.ts";
import { usableRows } from "./usable-rows.ts";
import type { Vectors } from "./vectors.ts";
import { vendiScore } from "./vendi-score.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

const COUNT = ROUNDED_ROWS + 77;
const single = (rows: readonly (readonly number[])[], dimensions: number): Vectors => ({
  data: Float32Array.from(rows.flat()),
  dimensions,
  name: "x",
});
/** The same numbers in 64 bits, which are multiplied in 64 bits. */
const double = ({ data, dimensions, name }: Vectors): Vectors => ({ data: Float64Array.from(data), dimensions, name });

const valuesOf = (vectors: Vectors): (number | null)[] =>
  measureEmbeddingSpread(vectors, { neighbourBudget: 1 }).measurements.map(({ value }) => value);

/** The largest difference of values as a share of them. */
function difference(vectors: Vectors): number {
  const expected = valuesOf(double(vectors));
  return Math.max(
    ...valuesOf(vectors).map((value, index) => Math.abs(value! - expected[index]!) / (expected[index]! || 1)),
  );
}

/** A number in −0.5…0.5 by an integer hash, as the NumPy program made it that the values below are from. */
function hashed(seed: number): number {
  let hash = Math.imul(seed + 1, 2654435761);
  hash = Math.imul(hash ^ (hash >>> 15), 2246822519);
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32 - 0.5;
}

describe("many vectors in 32 bits", () => {
  test("agree with NumPy in 64 bits", () => {
    const data = Float32Array.from({ length: 5000 * 24 }, (_, at) => hashed(at) + (at % 24 === 0 ? 0.3 : 0));
    for (let at = 5; at < data.length; at += 24) data[at] *= Math.fround(0.01);
    const vectors = { data, dimensions: 24, name: "x" };
    expect(data[0]).toBe(Math.fround(0.16358023881912231));
    expect(vendiScore(vectors).value! / 22.634865966396532).toBeCloseTo(1, 6);
    expect(vendiScore(vectors, { order: 2 }).value! / 22.137620366379664).toBeCloseTo(1, 6);
    expect(participationRatio(vectors).value! / 22.897359702843936).toBeCloseTo(1, 6);
  });

  test.each([1, 8, 9, 40])("have a matrix near the one in 64 bits, %d dimensions", (dimensions) => {
    const vectors = single(generatedRows(dimensions, COUNT, dimensions), dimensions);
    const options = { unit: true, leaveOutZeros: true };
    const expected = geometry(usableRows(double(vectors), options)).centredGram().values;
    const found = geometry(usableRows(vectors, options)).centredGram().values;
    const lengths = Array.from({ length: dimensions }, (_, k) => Math.sqrt(expected[k * (dimensions + 1)]));
    // Numbers are off by a uniform error of at most half a unit, of which a column of a chunk is 2¹⁵ long.
    const spread = (2 * Math.sqrt(CHUNK / 12)) / 2 ** 15 / Math.sqrt(COUNT);
    for (let i = 0; i < dimensions; i++) {
      expect(found[i * (dimensions + 1)] / lengths[i] ** 2).toBeCloseTo(1, 12);
      for (let j = 0; j < i; j++) {
        const off = Math.abs(found[i * dimensions + j] - expected[i * dimensions + j]);
        expect(off).toBeLessThanOrEqual(5 * spread * lengths[i] * lengths[j]);
      }
    }
  });

  test.each([
    ["spread over all directions", 1e-6, generatedRows(1, COUNT, 12)],
    ["in a tight cluster", 1e-6, generatedRows(2, COUNT, 12).map((row) => row.map((value) => 1 + 1e-3 * value))],
    ["of any size", 1e-6, generatedRows(3, COUNT, 12).map((row, i) => row.map((x) => x * 10 ** ((i % 40) - 20)))],
    ["sorted by their first value", 1e-6, generatedRows(5, COUNT, 12).toSorted(([a], [b]) => a - b)],
    [
      "small but for a value in a hundred",
      1e-6,
      generatedRows(8, COUNT, 12).map((row) => row.map((x) => (x > 0.98 ? x : x * 1e-3))),
    ],
    [
      "with a row that is far from all others",
      1e-6,
      generatedRows(9, COUNT, 12).map((row, i) => (i === 99 ? [1e4, ...row.slice(1)] : row)),
    ],
    // Equal rows are rounded alike.
    ["on few directions", 1e-5, generatedRows(4, COUNT, 12).map((_, i) => generatedRows(i % 3, 1, 12)[0])],
  ])("give what they give in 64 bits when they are %s, to %d", (_, tolerance, rows) => {
    const off = difference(single(rows, 12));
    expect(off).toBeLessThan(tolerance);
    // They are multiplied in another way, after all.
    expect(off).toBeGreaterThan(0);
  });

  test.each(["cosine", "euclidean"] as const)("stay within their bounds on one line, by %s distance", (distance) => {
    for (const seed of [1, 2, 3]) {
      const vectors = single(generatedRows(seed, COUNT, 1), 1);
      const { measurements } = measureEmbeddingSpread(vectors, { distance, neighbourBudget: 1 });
      expect(measurements.slice(2, 5).map(({ value }) => value)).toEqual([1, 1, 1]);
    }
  });

  test("that are all the same have no direction and count for one", () => {
    const rows = Array.from({ length: COUNT }, () => [0.1, 0.7, -0.3]);
    const [pairwise, nearest, vendi1, vendi2, ratio, radius] = valuesOf(single(rows, 3));
    expect(pairwise).toBeCloseTo(0, 15);
    expect([nearest, ratio, radius]).toEqual([0, null, 0]);
    expect(vendi1).toBeCloseTo(1, 12);
    expect(vendi2).toBeCloseTo(1, 12);
  });

  test.each([2 ** -70, 2 ** 70])("use as many directions when they are multiplied by %d", (factor) => {
    const rows = generatedRows(6, COUNT, 10);
    const scaled = rows.map((row) => row.map((value) => value * factor));
    const [value, expected] = [scaled, rows].map((some) => participationRatio(single(some, 10), { unit: false }).value);
    expect(value).toBe(expected);
  });

  test("give the same bytes without SIMD", () => {
    const vectors = single(generatedRows(7, COUNT, 11), 11);
    const expected = valuesOf(vectors);
    vi.stubGlobal("WebAssembly", undefined);
    expect(valuesOf(vectors)).toEqual(expected);
  });
});
