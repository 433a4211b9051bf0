import { describe, expect, test } from "vitest";
import { generatedRows } from "./fixtures/generated-rows.ts";
import { participationRatio } from "./participation-ratio.ts";
import { symmetricEigenvalues } from "./symmetric-eigenvalues.ts";

/** Rows on the axes: their covariance is diagonal with λₖ = aₖ²/d. */
const axes = (lengths: readonly number[]): number[][] =>
  lengths.flatMap((length, k) => [length, -length].map((value) => lengths.map((_, j) => (j === k ? value : 0))));

/** IsoScore (Rudman et al. 2022), step by step from the variances. */
function isoScore(variances: readonly number[]): number {
  const d = variances.length;
  const norm = Math.hypot(...variances);
  const defect =
    Math.hypot(...variances.map((value) => (Math.sqrt(d) * value) / norm - 1)) / Math.sqrt(2 * (d - Math.sqrt(d)));
  const share = (d - defect ** 2 * (d - Math.sqrt(d))) ** 2 / d ** 2;
  return (d * share - 1) / (d - 1);
}

function fromEigenvalues(rows: readonly number[][]): number {
  const [n, d] = [rows.length, rows[0].length];
  const mean = rows[0].map((_, k) => rows.reduce((sum, row) => sum + row[k], 0) / n);
  const values = new Float64Array(d * d);
  for (const row of rows) {
    for (let i = 0; i < d; i++)
      for (let j = 0; j < d; j++) values[i * d + j] += ((row[i] - mean[i]) * (row[j] - mean[j])) / n;
  }
  const eigenvalues = symmetricEigenvalues({ size: d, values });
  return eigenvalues.reduce((a, b) => a + b) ** 2 / eigenvalues.reduce((a, b) => a + b * b, 0);
}

describe("participationRatio", () => {
  test("is 1 on a line and the number of dimensions when they are used evenly", () => {
    expect(
      participationRatio(
        [
          [1, 2],
          [2, 4],
          [5, 10],
        ],
        { unit: false },
      ).value,
    ).toBeCloseTo(1, 12);
    expect(participationRatio(axes([1, 1, 1, 1])).value).toBeCloseTo(4, 12);
  });

  test("gives IsoScore as (value − 1)/(dimensions − 1)", () => {
    const lengths = [3, 1, 0.5, 2, 2];
    const { value } = participationRatio(axes(lengths), { unit: false });
    expect((value! - 1) / 4).toBeCloseTo(isoScore(lengths.map((length) => length * length)), 12);
  });

  test.each([
    [300, 6],
    [40, 40],
    [10, 25],
  ])("is what the eigenvalues of the covariance give for %d rows of %d dimensions", (count, dimensions) => {
    const rows = generatedRows(count, count, dimensions);
    expect(participationRatio(rows, { unit: false }).value).toBeCloseTo(fromEigenvalues(rows), 9);
  });

  test("keeps its digits for a tight cluster", () => {
    const rows = generatedRows(2, 50, 4);
    const tight = rows.map((row) => row.map((value) => 1000 + value * 1e-3));
    const expected = participationRatio(rows, { unit: false }).value!;
    expect(participationRatio(tight, { unit: false }).value).toBeCloseTo(expected, 6);
  });

  test("does not exist when all vectors are the same", () => {
    expect(() =>
      participationRatio([
        [1, 2],
        [1, 2],
        [1, 2],
      ]),
    ).toThrow("all vectors are the same");
    // In the same direction, which is the same once they are scaled.
    expect(() =>
      participationRatio([
        [1, 2],
        [3, 6],
      ]),
    ).toThrow("all vectors are the same");
  });

  test("says in its signature whether rows were scaled", () => {
    expect(
      participationRatio([
        [1, 0],
        [0, 2],
      ]).signature,
    ).toContain("|rows:unit|");
    expect(
      participationRatio(
        [
          [1, 0],
          [0, 2],
        ],
        { unit: false },
      ).signature,
    ).toContain("|rows:given|");
  });
});
