import { expect, test } from "vitest";
import * as fc from "fast-check";
import { HashCounts } from "./hash-counts.ts";

test("HashCounts sums by key like a Map, whatever the keys' low bits", () => {
  const key = fc.oneof(
    fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
    fc.nat(40).map((n) => n << 20),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(key, fc.integer({ min: 1, max: 9 })), { maxLength: 300 }), (additions) => {
      const counts = new HashCounts();
      const expected = new Map<number, number>();
      for (const [at, amount] of additions) {
        counts.add(at, amount);
        expected.set(at, (expected.get(at) ?? 0) + amount);
      }
      expect([...expected.keys()].map((at) => counts.get(at))).toEqual([...expected.values()]);
      expect(counts.get(12_345_678)).toBe(expected.get(12_345_678) ?? 0);
    }),
  );
});

test("HashCounts grows", () => {
  const counts = new HashCounts();
  for (let round = 1; round <= 2; round++)
    for (let key = 0; key < 50_000; key++) counts.add(Math.imul(key, 0x9e3779b1), round);
  for (let key = 0; key < 50_000; key++) expect(counts.get(Math.imul(key, 0x9e3779b1))).toBe(3);
  expect(counts.get(7)).toBe(0);
});
