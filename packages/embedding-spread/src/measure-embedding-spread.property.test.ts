import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { generatedRows } from "./fixtures/generated-rows.ts";
import { measureEmbeddingSpread } from "./measure-embedding-spread.ts";

const corpora = fc
  .record({ seed: fc.nat(), count: fc.integer({ min: 2, max: 40 }), dimensions: fc.integer({ min: 2, max: 12 }) })
  .map(({ seed, count, dimensions }) => generatedRows(seed, count, dimensions));

const valuesOf = (rows: readonly ArrayLike<number>[]): Map<string, number> =>
  new Map(measureEmbeddingSpread(rows).measurements.map(({ id, value }) => [id, value!]));

/** The ids whose values differ by more than the tolerance, absolute below 1 and relative above. */
function differing(actual: Map<string, number>, expected: Map<string, number>, tolerance: number): readonly string[] {
  return [...actual.keys()].filter((id) => {
    const wanted = expected.get(id)!;
    return !(Math.abs(actual.get(id)! - wanted) <= tolerance * Math.max(1, wanted));
  });
}

/** Reflects rows in the plane across a direction: an orthogonal map. */
function reflect(rows: readonly number[][], direction: readonly number[]): number[][] {
  const squared = direction.reduce((sum, value) => sum + value * value, 0);
  return rows.map((row) => {
    const along = row.reduce((sum, value, k) => sum + value * direction[k], 0);
    return row.map((value, k) => value - (2 * along * direction[k]) / squared);
  });
}

describe("the spread of unit vectors", () => {
  test("lies within its bounds", () => {
    fc.assert(
      fc.property(corpora, (rows) => {
        const values = valuesOf(rows);
        const most = Math.min(rows.length, rows[0].length);
        expect(values.get("mean_pairwise_distance")).toBeLessThanOrEqual(2);
        expect(values.get("mean_nearest_distance")).toBeLessThanOrEqual(values.get("mean_pairwise_distance")! + 1e-12);
        expect(values.get("vendi_1")).toBeLessThanOrEqual(most + 1e-9);
        expect(values.get("vendi_2")).toBeLessThanOrEqual(values.get("vendi_1")! + 1e-9);
        expect(values.get("participation_ratio")).toBeLessThanOrEqual(most + 1e-9);
        expect(values.get("radius")).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("is the same to the last bit when vectors are scaled by powers of two, and to 1e-12 by any factor", () => {
    fc.assert(
      fc.property(corpora, fc.nat(), (rows, seed) => {
        const factors = generatedRows(seed, rows.length, 1).map(([value]) => value);
        const doubled = rows.map((row, i) => row.map((value) => value * 2 ** Math.round(factors[i] * 20)));
        const scaled = rows.map((row, i) => row.map((value) => value * (1.5 + factors[i])));
        expect(valuesOf(doubled)).toEqual(valuesOf(rows));
        expect(differing(valuesOf(scaled), valuesOf(rows), 1e-12)).toEqual([]);
      }),
    );
  });

  test("is the same within 1e-9 after a rotation, but for the radius, which depends on the axes", () => {
    fc.assert(
      fc.property(corpora, fc.nat(), (rows, seed) => {
        const directions = generatedRows(seed, 2, rows[0].length);
        const rotated = reflect(reflect(rows, directions[0]), directions[1]);
        const [before, after] = [valuesOf(rows), valuesOf(rotated)];
        before.delete("radius");
        expect(differing(before, after, 1e-9)).toEqual([]);
      }),
    );
  });

  test("does not depend on the order of the documents", () => {
    fc.assert(
      fc.property(corpora, (rows) => {
        expect(differing(valuesOf(rows.toReversed()), valuesOf(rows), 1e-11)).toEqual([]);
      }),
    );
  });

  test("repeated whole: nothing is left between neighbours, shape stays", () => {
    fc.assert(
      fc.property(corpora, fc.integer({ min: 2, max: 4 }), (rows, times) => {
        const before = valuesOf(rows);
        const after = valuesOf(Array.from({ length: times }, () => rows).flat());
        expect(after.get("mean_nearest_distance")).toBe(0);
        before.delete("mean_nearest_distance");
        before.delete("mean_pairwise_distance");
        expect(differing(before, after, 1e-11)).toEqual([]);
      }),
    );
  });
});
