import * as fc from "fast-check";
import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { describe, expect, test } from "vitest";
import { generatedRows } from "./fixtures/generated-rows.ts";
import { symmetricEigenvalues } from "./symmetric-eigenvalues.ts";

/** A symmetric matrix with the given entry in each row and column of its lower half. */
function symmetric(size: number, entry: (row: number, column: number) => number): number[] {
  return Array.from({ length: size * size }, (_, index) => {
    const [row, column] = [Math.floor(index / size), index % size];
    return entry(Math.max(row, column), Math.min(row, column));
  });
}

const eigenvalues = (size: number, values: readonly number[]): number[] => [
  ...symmetricEigenvalues({ size, values: Float64Array.from(values) }),
];

function byMlMatrix(size: number, values: readonly number[]): number[] {
  const matrix = Matrix.from1DArray(size, size, values);
  return new EigenvalueDecomposition(matrix, { assumeSymmetric: true }).realEigenvalues.toSorted((a, b) => a - b);
}

function largestDifference(found: readonly number[], expected: readonly number[]): number {
  return Math.max(...found.map((value, index) => Math.abs(value - expected[index])));
}

describe("symmetricEigenvalues", () => {
  test("of a diagonal are its entries, in order, and of nothing are none", () => {
    const diagonal = [3, -1, 0, 2];
    const values = symmetric(4, (i, j) => (i === j ? diagonal[i] : 0));
    expect(eigenvalues(4, values)).toEqual([-1, 0, 2, 3]);
    expect(eigenvalues(1, [7])).toEqual([7]);
    expect(eigenvalues(0, [])).toEqual([]);
  });

  test("of a chain are 2 − 2 cos(kπ/(n + 1))", () => {
    const size = 40;
    const values = symmetric(size, (i, j) => (i === j ? 2 : i === j + 1 ? -1 : 0));
    const expected = Array.from({ length: size }, (_, k) => 2 - 2 * Math.cos(((k + 1) * Math.PI) / (size + 1)));
    expect(largestDifference(eigenvalues(size, values), expected)).toBeLessThan(1e-14);
  });

  test("of a matrix of ones are the size, and 0 for all others", () => {
    const found = eigenvalues(
      30,
      symmetric(30, () => 1),
    );
    expect(found[29]).toBeCloseTo(30, 12);
    expect(Math.max(...found.slice(0, 29).map(Math.abs))).toBeLessThan(1e-13);
  });

  test("does not change the matrix", () => {
    const values = Float64Array.of(2, 1, 1, 2);
    symmetricEigenvalues({ size: 2, values });
    expect([...values]).toEqual([2, 1, 1, 2]);
  });

  test("agree with ml-matrix: dense, sparse, of low rank, of any scale", () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.integer({ min: 1, max: 24 }),
        fc.constantFrom("dense", "sparse", "low rank"),
        fc.integer({ min: -60, max: 60 }),
        (seed, size, kind, exponent) => {
          const rows = generatedRows(seed, size, size + 2);
          const entry = {
            dense: (i: number, j: number) => rows[i][j],
            sparse: (i: number, j: number) => (Math.abs(rows[i][j]) < 0.25 ? rows[i][j] : 0),
            "low rank": (i: number, j: number) => rows[i][0] * rows[j][0] + rows[i][1] * rows[j][1],
          }[kind];
          const values = symmetric(size, (i, j) => entry(i, j) * 10 ** exponent);
          const difference = largestDifference(eigenvalues(size, values), byMlMatrix(size, values));
          expect(difference).toBeLessThanOrEqual(1e-13 * size * 10 ** exponent);
        },
      ),
    );
  });

  test("agree with ml-matrix at the size of an embedding", () => {
    const rows = generatedRows(5, 200, 200);
    const values = symmetric(200, (i, j) => rows[i][j]);
    expect(largestDifference(eigenvalues(200, values), byMlMatrix(200, values))).toBeLessThan(1e-12);
  });
});
