import { describe, expect, test } from "vitest";
import { bandHasher } from "./band-hasher.ts";
import { bandingFor } from "./banding-for.ts";
import { withoutSimd } from "./fixtures/without-simd.ts";
import { spread } from "./spread.ts";
import { loadKernel } from "./load-kernel.ts";

test("the tests run where there is SIMD, and where it is taken away", () => {
  expect(loadKernel(1)).not.toBe(null);
  expect(withoutSimd(() => loadKernel(1))).toBe(null);
});

/** From sets that fill no bin at once to sets that fill all, and those that leave some of four lanes over. */
const LENGTHS = [1, 2, 3, 4, 5, 7, 8, 20, 21, 30, 63, 64, 100, 174, 1000, 1001];

describe.each([0.1, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 1])("at a similarity of %d", (similarity) => {
  test("the kernel and the loops in TypeScript give the same keys, one set after the other", () => {
    const keysOf = (): number[][] => {
      const { shingles, keys, hash } = bandHasher(bandingFor(similarity), 7, Math.max(...LENGTHS));
      return [...LENGTHS, ...LENGTHS.toReversed()].map((length, set) => {
        for (let at = 0; at < length; at++) shingles[at] = spread(set * 5000 + at);
        hash(length);
        return [...keys];
      });
    };
    const expected = withoutSimd(keysOf);
    expect(keysOf()).toEqual(expected);
    expect(new Set(expected.flat()).size).toBeGreaterThan(LENGTHS.length);
  });
});

test("a shingle that is there twice changes no key", () => {
  const { shingles, keys, hash } = bandHasher(bandingFor(0.8), 1, 12);
  shingles.set([1, 2, 3, 4, 5, 6]);
  hash(6);
  const once = [...keys];
  shingles.set([1, 2, 3, 4, 5, 6, 6, 5, 4, 3, 2, 1]);
  hash(12);
  expect([...keys]).toEqual(once);
});
