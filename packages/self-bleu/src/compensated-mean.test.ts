import { expect, test } from "vitest";
import { compensatedMean } from "./compensated-mean.ts";

test("compensatedMean() keeps what a plain sum loses", () => {
  expect(compensatedMean(Float64Array.of(1, 1e100, 1, -1e100))).toBe(0.5);
});

test("compensatedMean() of a million tenths is a tenth", () => {
  expect(compensatedMean(new Float64Array(1_000_000).fill(0.1))).toBe(0.1);
});
