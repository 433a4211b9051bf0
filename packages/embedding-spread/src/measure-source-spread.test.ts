import * as fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { generatedRows } from "./fixtures/generated-rows.ts";
import { sourceOf } from "./fixtures/source-of.ts";
import { ROUNDED_ROWS } from "./geometry.ts";
import { measureEmbeddingSpread } from "./measure-embedding-spread.ts";
import { measureSourceSpread, type SourceSpreadId } from "./measure-source-spread.ts";
import type { Vectors } from "./vectors.ts";

const IDS = ["mean_pairwise_distance", "vendi_1", "vendi_2", "participation_ratio", "radius"] as const;

afterEach(() => {
  vi.unstubAllGlobals();
});

/** Rows in one array, each `every`-th of them zero. */
function vectorsOf(rows: readonly (readonly number[])[], every = Infinity): Vectors {
  const data = Float32Array.from(rows.flatMap((row, index) => ((index + 1) % every === 0 ? row.map(() => 0) : row)));
  return { data, dimensions: rows[0].length, name: "x" };
}

const inMemory = (vectors: Vectors, only: readonly SourceSpreadId[] = IDS): unknown =>
  measureEmbeddingSpread(vectors, { only }).measurements;

describe("measureSourceSpread", () => {
  test("gives the records of the same vectors in one array, all but the nearest distance", () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.integer({ min: 1, max: 600 }),
        fc.integer({ min: 1, max: 20 }),
        fc.constantFrom(2, 3, 50, Infinity),
        (seed, count, dimensions, every) => {
          const vectors = vectorsOf(generatedRows(seed, count, dimensions), every);
          expect(measureSourceSpread(sourceOf(vectors))).toEqual(inMemory(vectors));
        },
      ),
    );
  });

  const rows = generatedRows(1, ROUNDED_ROWS + 300, 11);
  /** The variance is beyond the digits of the squared lengths. */
  const alike = rows.map((_, index) => (index === 99 ? [rows[0][0] * (1 + 2 ** -22), ...rows[0].slice(1)] : rows[0]));
  const cases: readonly (readonly [string, Vectors])[] = [
    ["as they come", vectorsOf(rows)],
    ["with zero vectors", vectorsOf(rows, 40)],
    ["of which too few are not zero for products in 16 bits", vectorsOf(rows, 5)],
    ["in a tight cluster", vectorsOf(rows.map((row) => row.map((value) => 3 + 1e-6 * value)))],
    ["that are the same but for a trifle", vectorsOf(alike)],
    ["that are all the same", vectorsOf(rows.map(() => rows[0]))],
    ["with dimensions that never change", vectorsOf(rows.map((row) => [...row, 0, 0]))],
  ];

  test.each(cases)("does so for many vectors %s", (_, vectors) => {
    expect(measureSourceSpread(sourceOf(vectors))).toEqual(inMemory(vectors));
    for (const id of IDS)
      expect(measureSourceSpread(sourceOf(vectors), { only: [id] })).toEqual(inMemory(vectors, [id]));
  });

  test.each([
    ["twice", 2, rows],
    ["once more when lengths do not tell how far vectors are from their mean", 3, alike],
  ])("reads %s", (_, times, some) => {
    const source = sourceOf(vectorsOf(some));
    let values = 0;
    const read = (from: number, target: Float32Array): void => {
      values += target.length;
      source.read(from, target);
    };
    measureSourceSpread({ ...source, read });
    expect(values).toBe(times * some.length * 11);
  });

  test("gives the same bytes without SIMD", () => {
    const vectors = vectorsOf(rows, 30);
    const expected = measureSourceSpread(sourceOf(vectors));
    vi.stubGlobal("WebAssembly", undefined);
    expect(measureSourceSpread(sourceOf(vectors))).toEqual(expected);
  });

  test("says why there is no value", () => {
    const one = [[1, 2]];
    for (const vectors of [vectorsOf(one), vectorsOf([...one, [0, 0], [0, 0]])]) {
      const records = measureSourceSpread(sourceOf(vectors));
      expect(records).toEqual(inMemory(vectors));
      expect(records.map(({ value }) => value)).toEqual(IDS.map(() => null));
    }
    const none = measureSourceSpread({ count: 0, dimensions: 2, name: "x", read: () => expect.unreachable() });
    expect(none.map(({ reason }) => reason)).toEqual(IDS.map(() => "it needs at least 2 usable vectors, there are 0"));
  });

  test("refuses the nearest distance, and none", () => {
    const source = sourceOf(vectorsOf(rows));
    expect(() => measureSourceSpread(source, { only: ["mean_nearest_distance" as SourceSpreadId] })).toThrow(
      "must name some of mean_pairwise_distance, vendi_1, vendi_2, participation_ratio, radius, current value is mean_nearest_distance",
    );
    expect(() => measureSourceSpread(source, { only: [] })).toThrow("current value is empty");
  });

  test("reports rising progress up to 1", () => {
    const shares: number[] = [];
    measureSourceSpread(sourceOf(vectorsOf(rows)), { progress: (share) => shares.push(share) });
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.length).toBeGreaterThan(10);
    expect(shares.at(-1)).toBe(1);
  });
});
