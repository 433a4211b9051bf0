import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { describe, expect, test } from "vitest";
import { generatedRows } from "./fixtures/generated-rows.ts";
import type { SymmetricMatrix } from "./gram-matrix.ts";
import { symmetricEigenvalues } from "./symmetric-eigenvalues.ts";

const ascending = (values: ArrayLike<number>): number[] => Array.from(values).toSorted((a, b) => a - b);

const byMlMatrix = ({ size, values }: SymmetricMatrix): number[] =>
  ascending(
    new EigenvalueDecomposition(Matrix.from1DArray(size, size, values), { assumeSymmetric: true }).realEigenvalues,
  );

/** Σ λ v vᵀ over the rows as directions: as many different eigenvalues as there are rows, at most. */
function sumOfOuterProducts(rows: readonly number[][], weights: readonly number[]): SymmetricMatrix {
  const size = rows[0].length;
  const values = new Float64Array(size * size);
  rows.forEach((row, r) => {
    for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) values[i * size + j] += weights[r] * row[i] * row[j];
  });
  return { size, values };
}

/** A matrix whose eigenvalues are known: a diagonal, reflected in planes across some directions. */
function withEigenvalues(eigenvalues: readonly number[], seed: number): SymmetricMatrix {
  const size = eigenvalues.length;
  let matrix = Matrix.diag([...eigenvalues]);
  for (const direction of generatedRows(seed, 3, size)) {
    const squared = direction.reduce((sum, value) => sum + value * value, 0);
    const mirror = Matrix.eye(size).sub(
      Matrix.columnVector(direction)
        .mmul(Matrix.rowVector(direction))
        .mul(2 / squared),
    );
    matrix = mirror.mmul(matrix).mmul(mirror);
  }
  return { size, values: Float64Array.from(matrix.to1DArray()) };
}

/** The largest difference of two lists in order, as a share of the largest value. */
function difference(found: ArrayLike<number>, expected: readonly number[]): number {
  const largest = Math.max(Number.MIN_VALUE, ...expected.map(Math.abs));
  const sorted = ascending(found);
  return Math.max(0, ...expected.map((value, index) => Math.abs(value - sorted[index]) / largest));
}

describe("symmetricEigenvalues", () => {
  test.each([1, 2, 3, 10, 41, 128])("agrees with ml-matrix on random matrices of size %d", (size) => {
    const rows = generatedRows(size, size, size);
    const values = Float64Array.from({ length: size * size }, (_, at) => {
      const [i, j] = [Math.floor(at / size), at % size];
      return rows[Math.max(i, j)][Math.min(i, j)];
    });
    expect(difference(symmetricEigenvalues({ size, values }), byMlMatrix({ size, values }))).toBeLessThan(1e-13);
  });

  test.each([1, 3, 20])("agrees with ml-matrix on matrices of rank %d", (rank) => {
    const rows = generatedRows(rank, rank, 50);
    const matrix = sumOfOuterProducts(
      rows,
      rows.map((_, r) => 10 ** -r),
    );
    expect(difference(symmetricEigenvalues(matrix), byMlMatrix(matrix))).toBeLessThan(1e-13);
  });

  test.each([
    ["equal", Array.from({ length: 30 }, () => 2)],
    ["in clusters", Array.from({ length: 60 }, (_, i) => (i % 3) + i * 1e-13)],
    ["of every size", Array.from({ length: 40 }, (_, i) => 4 ** -i)],
    ["one large among small ones", Array.from({ length: 40 }, (_, i) => (i === 7 ? 1 : 1e-9 * i))],
    ["negative too", Array.from({ length: 25 }, (_, i) => i - 12)],
  ])("finds eigenvalues that are %s", (_, eigenvalues) => {
    expect(difference(symmetricEigenvalues(withEigenvalues(eigenvalues, 3)), ascending(eigenvalues))).toBeLessThan(
      1e-13,
    );
  });

  test.each([
    ["zeros", [0, 0, 0, 0], [0, 0]],
    ["a diagonal", [3, 0, 0, 1], [1, 3]],
    ["a single number", [5], [5]],
    ["nothing", [], []],
    ["blocks that have nothing in common", [1, 1, 0, 0, 1, 1, 0, 0, 0, 0, 2, 1, 0, 0, 1, 2], [0, 1, 2, 3]],
  ])("takes %s", (_, values, expected) => {
    const found = symmetricEigenvalues({ size: Math.sqrt(values.length), values: Float64Array.from(values) });
    expect(found).toHaveLength(expected.length);
    expect(difference(found, expected)).toBeLessThan(1e-15);
  });

  test("leaves its matrix as it was, and ends where numbers are not finite", () => {
    const values = Float64Array.of(2, 1, 1, 2);
    symmetricEigenvalues({ size: 2, values });
    expect([...values]).toEqual([2, 1, 1, 2]);
    const found = symmetricEigenvalues({ size: 3, values: new Float64Array(9).fill(Number.NaN) });
    expect([...found].every(Number.isNaN)).toBe(true);
  });
});
