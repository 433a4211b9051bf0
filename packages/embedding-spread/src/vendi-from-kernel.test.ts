import { describe, expect, test } from "vitest";
import { FIVE_VALUES } from "./fixtures/five-vectors.ts";
import { vendiFromEigenvalues } from "./vendi-from-eigenvalues.ts";
import { vendiFromKernel } from "./vendi-from-kernel.ts";

// The two examples of the README of vertaix/Vendi-Score, evaluated by that package at several orders.
const samples = [0, 0, 10, 10, 20, 20];
const exponential = samples.map((a) => samples.map((b) => Math.exp(-Math.abs(a - b))));
const matrix = [
  [1, 0.9, 0],
  [0.9, 1, 0],
  [0, 0, 1],
];

describe("vendiFromKernel", () => {
  test.each([
    [1, 2.9999999959],
    [2, 2.9999999918],
    [Infinity, 2.9998073937],
  ])("agrees with vendi-score on six samples at order %d", (order, expected) => {
    expect(vendiFromKernel(exponential, { order })).toBeCloseTo(expected, 10);
  });

  test.each([
    [1, 2.1573004834],
    [2, 1.9480519481],
    [Infinity, 1.5789473684],
  ])("agrees with vendi-score on three items at order %d", (order, expected) => {
    expect(vendiFromKernel(matrix, { order })).toBeCloseTo(expected, 10);
  });

  test("is 1 for a single item and for copies, and the number of items that have nothing in common", () => {
    expect(vendiFromKernel([[1]])).toBeCloseTo(1, 14);
    expect(
      vendiFromKernel([
        [1, 1],
        [1, 1],
      ]),
    ).toBeCloseTo(1, 14);
    expect(
      vendiFromKernel([
        [1, 0],
        [0, 1],
      ]),
    ).toBeCloseTo(2, 14);
  });

  test.each([
    ["nothing", []],
    ["a row of another length", [[1, 0], [0]]],
    [
      "similarities that are not symmetric",
      [
        [1, 0.2],
        [0.3, 1],
      ],
    ],
    [
      "a diagonal other than 1",
      [
        [2, 0],
        [0, 2],
      ],
    ],
    [
      "a similarity that is no number",
      [
        [1, Number.NaN],
        [Number.NaN, 1],
      ],
    ],
  ])("refuses %s", (_, kernel) => {
    expect(() => vendiFromKernel(kernel)).toThrow(RangeError);
  });
});

describe("vendiFromEigenvalues", () => {
  test("agrees with NumPy at orders 1, 2 and Infinity", () => {
    expect(vendiFromEigenvalues(FIVE_VALUES.eigenvalues)).toBeCloseTo(FIVE_VALUES.vendi1, 13);
    expect(vendiFromEigenvalues(FIVE_VALUES.eigenvalues, { order: 2 })).toBeCloseTo(FIVE_VALUES.vendi2, 13);
    expect(vendiFromEigenvalues(FIVE_VALUES.eigenvalues, { order: Infinity })).toBeCloseTo(
      FIVE_VALUES.vendiInfinity,
      13,
    );
  });

  test("takes tiny and negative eigenvalues for rounding", () => {
    expect(vendiFromEigenvalues([0.5, 0.5, 1e-14, -1e-14])).toBe(2);
  });

  test("refuses other orders and eigenvalues that do not sum to 1", () => {
    expect(() => vendiFromEigenvalues([1], { order: 0.5 })).toThrow("the order must be 1, 2 or Infinity");
    expect(() => vendiFromEigenvalues([3, 1])).toThrow("must sum to 1");
    expect(() => vendiFromEigenvalues([])).toThrow(RangeError);
    expect(() => vendiFromEigenvalues([Number.NaN])).toThrow(RangeError);
  });
});
