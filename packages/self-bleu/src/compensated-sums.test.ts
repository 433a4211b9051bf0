import { expect, test } from "vitest";
import { CompensatedSums } from "./compensated-sums.ts";

test("a compensated sum keeps what a plain sum loses, and each has its own numbers", () => {
  const sums = new CompensatedSums(2);
  for (const value of [1, 1e100, 1, -1e100]) {
    sums.add(0, value);
    sums.add(1, 0.5);
  }
  expect([sums.sum(0), sums.sum(1)]).toEqual([2, 2]);
});

test("a compensated sum of a million tenths is a tenth of a million", () => {
  const sums = new CompensatedSums(1);
  for (let tenth = 0; tenth < 1_000_000; tenth++) sums.add(0, 0.1);
  expect(sums.sum(0)).toBe(100_000);
});
