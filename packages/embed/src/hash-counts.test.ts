import { expect, test } from "vitest";
import * as fc from "fast-check";
import { HashCounts, MOST_COUNTED } from "./hash-counts.ts";

test("HashCounts sums by key like a Map, whatever the keys' low bits", () => {
  const key = fc.oneof(
    fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
    fc.nat(40).map((n) => n << 20),
  );
  const keys = fc.array(key, { maxLength: 30 });
  fc.assert(
    fc.property(fc.array(fc.tuple(keys, fc.integer({ min: 1, max: 9 })), { maxLength: 30 }), (additions) => {
      const counts = new HashCounts(1);
      const expected = new Map<number, number>();
      for (const [together, amount] of additions) {
        counts.add(Int32Array.from([...together, 12_345_678]), together.length, amount);
        for (const one of together) expected.set(one, (expected.get(one) ?? 0) + amount);
      }
      expect([...expected.keys()].map((at) => counts.get(at))).toEqual([...expected.values()]);
      expect(counts.get(12_345_678)).toBe(expected.get(12_345_678) ?? 0);
      counts.replace((sum) => sum * 3);
      expect([...expected.keys()].map((at) => counts.get(at))).toEqual([...expected.values()].map((sum) => sum * 3));
    }),
  );
});

test("HashCounts grows, whatever was expected", () => {
  const keys = Int32Array.from({ length: 50_000 }, (_, key) => Math.imul(key, 0x9e3779b1));
  for (const expected of [0, 20_000, 50_000]) {
    const counts = new HashCounts(expected);
    for (const amount of [1, 2]) counts.add(keys, keys.length, amount);
    expect(keys.every((key) => counts.get(key) === 3)).toBe(true);
    expect(counts.get(7)).toBe(0);
  }
});

test("sums of HashCounts end at the largest integer of 32 bits", () => {
  const counts = new HashCounts(1);
  counts.add(Int32Array.of(5, 5, 5), 3, 2 ** 30);
  expect(counts.get(5)).toBe(MOST_COUNTED);
});
