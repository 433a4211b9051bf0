import { seededRandom } from "@corpulse/measurement";
import { afterEach, describe, expect, test, vi } from "vitest";
import { denseKernel, OCTET } from "./dense-kernel.ts";
import { generatedRows } from "./fixtures/generated-rows.ts";
import { measureEmbeddingSpread } from "./measure-embedding-spread.ts";
import { simdModule } from "./simd-module.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

/** The same in a runtime that has no WebAssembly, or forbids it. */
function withoutSimd<Result>(run: () => Result): Result {
  vi.stubGlobal("WebAssembly", undefined);
  try {
    return run();
  } finally {
    vi.unstubAllGlobals();
  }
}

/** Clusters so tight that 32 bits do not tell their rows apart, copies among them. */
function tightClusters(seed: number, count: number, dimensions: number): number[][] {
  const centres = generatedRows(seed, 5, dimensions);
  const rows = generatedRows(seed + 1, count, dimensions).map((row, i) =>
    row.map((value, k) => centres[i % 5][k] + value * 10 ** -(i % 9)),
  );
  return rows.map((row, i) => (i % 7 === 6 ? rows[i - 5] : row));
}

test("the tests run where there is SIMD, and where it is taken away", () => {
  expect(simdModule(1)).not.toBe(null);
  expect(withoutSimd(() => simdModule(1))).toBe(null);
});

test("there is a result where a content security policy forbids to compile WebAssembly", async () => {
  vi.resetModules();
  function forbidden(): never {
    throw new EvalError("Wasm code generation disallowed by embedder");
  }
  vi.stubGlobal("WebAssembly", { Module: forbidden });
  const fresh = await import("./simd-module.ts");
  expect(fresh.simdModule(1)).toBe(null);
});

describe("addProducts", () => {
  test.each([0, 1, 2, 7, 128])("adds up products of depth %d in order, to the last bit", (depth) => {
    const random = seededRandom(depth);
    const quads = Array.from({ length: 8 * depth + 16 }, () => (random() - 0.5) * 10 ** (6 * random()));
    const found = [denseKernel, (bytes: number) => withoutSimd(() => denseKernel(bytes))].map((kernel) => {
      const { buffer, addProducts } = kernel(quads.length * 8);
      new Float64Array(buffer).set(quads);
      addProducts(0, depth * 32, depth, depth * 64);
      return [...new Float64Array(buffer, depth * 64, 16)];
    });
    const expected = Array.from({ length: 16 }, (_, index) => {
      let sum = 0;
      for (let k = 0; k < depth; k++) sum += quads[4 * k + (index >> 2)] * quads[4 * (depth + k) + (index & 3)];
      return quads[8 * depth + index] + sum;
    });
    expect(found).toEqual([expected, expected]);
  });
});

describe("firstCandidate", () => {
  test.each([1, 3, 16])("names the first octet with a product above a limit and a half, depth %d", (depth) => {
    const random = seededRandom(depth);
    const octetLength = depth * OCTET;
    let named = 0;
    for (let trial = 0; trial < 300; trial++) {
      const { buffer, firstCandidate } = denseKernel((4 * octetLength + 4 * 2 * OCTET) * 4);
      // Integers, so that every order of summation gives the same; limits that few products reach.
      const values = new Float32Array(buffer).map(() => Math.round(20 * random() - 10));
      const limits = values.map((value) => value + 70 * depth).subarray(4 * octetLength);
      new Float32Array(buffer).set(values.subarray(0, 4 * octetLength));
      new Float32Array(buffer, 4 * octetLength * 4).set(limits.subarray(0, 8 * OCTET));
      const half = trial % 2;
      const above = (octet: number): boolean =>
        Array.from({ length: 32 }, (_, index) => [half * 4 + (index >> 3), index & 7]).some(([row, column]) => {
          let product = 0;
          for (let k = 0; k < depth; k++) {
            product += values[k * OCTET + row] * values[octet * octetLength + k * OCTET + column];
          }
          const [ofRow, ofColumn] = [row, octet * 2 * OCTET + column];
          return (
            product > limits[ofRow] + limits[ofColumn + OCTET] || product > limits[ofColumn] + limits[ofRow + OCTET]
          );
        });
      const expected = [1, 2, 3].find(above) ?? 4;
      const limitsFrom = 4 * octetLength * 4;
      const found = firstCandidate({
        left: half * 16,
        right: octetLength * 4,
        end: 4 * octetLength * 4,
        depth,
        rows: limitsFrom + half * 16,
        columns: limitsFrom + 64,
      });
      expect(found).toBe(expected * octetLength * 4);
      if (expected > 1) named++;
    }
    expect(named).toBeGreaterThan(20);
  });
});

describe("measureEmbeddingSpread with and without SIMD", () => {
  test.each(["cosine", "euclidean", "manhattan"] as const)("gives the same bytes by %s distance", (distance) => {
    for (const [count, dimensions] of [
      [2, 1],
      [9, 20],
      [270, 7],
      [530, 12],
    ]) {
      for (const rows of [generatedRows(count, count, dimensions), tightClusters(count, count, dimensions)]) {
        for (const neighbourBudget of [Infinity, 40 * count * dimensions]) {
          const measure = (): string => JSON.stringify(measureEmbeddingSpread(rows, { distance, neighbourBudget }));
          expect(measure()).toBe(withoutSimd(measure));
        }
      }
    }
  });

  test.each([1e-170, 1e-30, 1, 1e30, 1e74])("finds Euclidean neighbours of vectors of size %d", (size) => {
    const rows = tightClusters(3, 300, 5).map((row) => row.map((value) => value * size));
    const measure = (): unknown => measureEmbeddingSpread(rows, { distance: "euclidean", neighbourBudget: Infinity });
    expect(measure()).toEqual(withoutSimd(measure));
  });
});
