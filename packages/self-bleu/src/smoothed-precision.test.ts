import { expect, test } from "vitest";
import { smoothedPrecision } from "./smoothed-precision.ts";

test("smoothedPrecision() is the matched share when anything matches", () => {
  expect(smoothedPrecision(2, 7)).toBe(2 / 7); // "the the the the the the the", Papineni et al. 2002
});

test("smoothedPrecision() is 0.1 of one n-gram when nothing matches", () => {
  expect(smoothedPrecision(0, 4)).toBe(0.025);
});

test("smoothedPrecision() is 0.1, not 0 / 0, for a text shorter than the order", () => {
  expect(smoothedPrecision(0, 0)).toBe(0.1);
});
