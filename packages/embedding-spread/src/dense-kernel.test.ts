import { seededRandom } from "@corpulse/measurement";
import { afterEach, describe, expect, test, vi } from "vitest";
import { denseKernel } from "./dense-kernel.ts";
import { generatedRows } from "./fixtures/generated-rows.ts";
import { measureEmbeddingSpread } from "./measure-embedding-spread.ts";
import { OCTET } from "./octet.ts";
import {
  blockBytes,
  FULL,
  HALVES,
  octetBytes,
  placeRow,
  RECORD,
  type RowBlock,
  rowBlock,
  roundingSlack,
  SEGMENTS,
  setLimit,
  UNITS,
} from "./row-block.ts";
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

/** Clusters so tight that 16 bits, or even 32, do not tell their rows apart, copies among them. */
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

describe("addSingleProducts", () => {
  test.each([0, 1, 3, 128])("adds up products of depth %d in 32 bits, to the last bit", (depth) => {
    const random = seededRandom(depth);
    const values = Float32Array.from({ length: 16 * depth }, () => (random() - 0.5) * 10 ** (6 * random()));
    const before = Float64Array.from({ length: 32 }, () => random());
    const found = [denseKernel, (bytes: number) => withoutSimd(() => denseKernel(bytes))].flatMap((kernel) =>
      [0, 1].map((half) => {
        const { buffer, addSingleProducts } = kernel(values.byteLength + before.byteLength);
        new Float32Array(buffer).set(values);
        const sums = new Float64Array(buffer, values.byteLength, 32);
        sums.set(before);
        addSingleProducts(half * 16, depth * 32, depth, values.byteLength);
        return [...sums];
      }),
    );
    const expected = [0, 4].map((first) =>
      Array.from({ length: 32 }, (_, index) => {
        let sum = 0;
        for (let k = 0; k < depth; k++) {
          const product = Math.fround(values[8 * k + first + (index >> 3)] * values[8 * (depth + k) + (index & 7)]);
          sum = Math.fround(sum + product);
        }
        return before[index] + sum;
      }),
    );
    expect(found).toEqual([...expected, ...expected]);
  });
});

describe("firstCandidate", () => {
  const SLACK = 5000;

  /** Four octets of rows of uneven lengths and, but for the first two octets, limits that few products reach. */
  function fourOctets(kernel: typeof denseKernel, seed: number, dimensions: number) {
    const bytes = blockBytes(4 * OCTET, dimensions);
    const { buffer, firstCandidate } = kernel(bytes + 128);
    const block = rowBlock(buffer, 0, 4 * OCTET, dimensions);
    const random = seededRandom(seed);
    generatedRows(seed, 4 * OCTET - 3, dimensions).forEach((row, place) => {
      const length = Math.hypot(...row);
      const half = random() < 0.5 ? 0 : random() * 0.1;
      placeRow(block, place, Float64Array.from(row), { length, half, scale: 1 / Math.sqrt(dimensions) });
      setLimit(block, place, place % 16 === 5 ? -0.3 * random() : 0.1 + 0.4 * random());
    });
    return { buffer, block, firstCandidate, sums: bytes };
  }

  /** The products of whole numbers of four rows of the first octet with another octet. */
  function wholeProducts({ values, steps }: RowBlock, half: number, octet: number): number[] {
    const pairs = steps * SEGMENTS;
    return Array.from({ length: 32 }, (_, index) => {
      let product = SLACK;
      for (let k = 0; k < pairs * 2; k++) {
        const at = (k >> 1) * 16 + (k & 1);
        product += values[at + 2 * (half * 4 + (index >> 3))] * values[octet * pairs * 16 + at + 2 * (index & 7)];
      }
      return product;
    });
  }

  test.each([1, 2, 3, 15, 16, 17, 100])(
    "names the first octet with a product above its limit, depth %d",
    (dimensions) => {
      const found = { first: 0, none: 0, later: 0 };
      for (let trial = 0; trial < 200; trial++) {
        const half = trial % 2;
        const results = [denseKernel, (bytes: number) => withoutSimd(() => denseKernel(bytes))].map((kernel) => {
          const { buffer, block, firstCandidate, sums } = fourOctets(kernel, 1000 * dimensions + trial, dimensions);
          const { octets, recordsFrom, steps } = block;
          const size = octetBytes(block);
          const address = firstCandidate({
            left: octets + half * 16,
            right: octets + size,
            end: octets + 4 * size,
            segment: steps * 32,
            rows: recordsFrom + half * 16,
            bounds: recordsFrom,
            columns: recordsFrom + RECORD * 4,
            slack: SLACK,
            sums,
          });
          const octet = (address - octets) / size;
          return { octet, sums: octet < 4 ? [...new Int32Array(buffer, sums, 32)] : [], block };
        });
        const { block } = results[0];
        const above = (octet: number): boolean =>
          wholeProducts(block, half, octet).some((whole, index) => {
            const [row, column] = [half * 4 + (index >> 3), octet * RECORD + (index & 7)];
            const { records } = block;
            const product = Math.fround(
              Math.fround(whole) * Math.fround(records[row + UNITS] * records[column + UNITS]),
            );
            return (
              product > Math.fround(records[row] + records[column + HALVES]) ||
              product > Math.fround(records[column] + records[row + HALVES])
            );
          });
        const expected = [1, 2, 3].find(above) ?? 4;
        const products = expected < 4 ? wholeProducts(block, half, expected) : [];
        for (const { octet, sums } of results) expect({ octet, sums }).toEqual({ octet: expected, sums: products });
        found[expected === 1 ? "first" : expected === 4 ? "none" : "later"]++;
      }
      expect(found.first).toBeGreaterThan(0);
      expect(found.later + found.none).toBeGreaterThan(0);
    },
  );
});

describe("rounding rows to whole numbers", () => {
  test.each([1, 7, 64, 384])("moves no product by more than its slack, depth %d", (dimensions) => {
    const rows = generatedRows(dimensions, 16, dimensions);
    const block = rowBlock(new ArrayBuffer(blockBytes(16, dimensions)), 0, 16, dimensions);
    const lengths = rows.map((row) => Math.hypot(...row));
    rows.forEach((row, place) =>
      placeRow(block, place, Float64Array.from(row), { length: lengths[place], half: 0, scale: 1 / lengths[place] }),
    );
    const rounded = (place: number, k: number): number =>
      block.values[((place >> 3) * block.steps * SEGMENTS + (k >> 1)) * 16 + (place & 7) * 2 + (k & 1)];
    for (let i = 0; i < 16; i++) {
      for (let j = 0; j < i; j++) {
        let [whole, exact] = [0, 0];
        for (let k = 0; k < dimensions; k++) {
          whole += rounded(i, k) * rounded(j, k);
          exact += (rows[i][k] * FULL * rows[j][k] * FULL) / lengths[i] / lengths[j];
        }
        expect(Math.abs(whole - exact)).toBeLessThan(roundingSlack(dimensions));
      }
    }
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
