import { describe, expect, test } from "vitest";
import { FIVE_VALUES, FIVE_VECTORS } from "./fixtures/five-vectors.ts";
import { generatedRows } from "./fixtures/generated-rows.ts";
import { radius } from "./radius.ts";

describe("radius", () => {
  test("agrees with NumPy", () => {
    expect(radius(FIVE_VECTORS).value).toBeCloseTo(FIVE_VALUES.radius, 14);
  });

  test("leaves out and counts dimensions that never change", () => {
    const rows = generatedRows(1, 30, 3);
    const wider = rows.map(([a, b, c]) => [a, 0.1, b, c, 0]);
    const { value, parts } = radius(wider, { unit: false });
    expect(value).toBeCloseTo(radius(rows, { unit: false }).value!, 14);
    expect(parts.constant_dimensions).toBe(2);
  });

  test("is 0 when all vectors are the same", () => {
    expect(radius(Array.from({ length: 9 }, () => [0.1, 0.2]))).toMatchObject({
      value: 0,
      parts: { constant_dimensions: 2 },
    });
  });

  test("grows with the vectors unless they are scaled to length 1", () => {
    const rows = generatedRows(3, 30, 3);
    const larger = rows.map((row) => row.map((value) => value * 3));
    expect(radius(larger, { unit: false }).value).toBeCloseTo(3 * radius(rows, { unit: false }).value!, 12);
    expect(radius(larger).value).toBeCloseTo(radius(rows).value!, 12);
  });

  test("keeps zero vectors unless rows are scaled", () => {
    expect(
      radius(
        [
          [0, 0],
          [1, 2],
          [2, 1],
        ],
        { unit: false },
      ).parts,
    ).toMatchObject({ vectors: 3, zero_vectors: 0 });
    expect(
      radius([
        [0, 0],
        [1, 2],
        [2, 1],
      ]).parts,
    ).toMatchObject({ vectors: 2, zero_vectors: 1 });
  });
});
