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
  RECORD,
  type RowBlock,
  rowBlock,
  roundingSlack,
  SEGMENTS,
  setLimit,
  UNITS,
} from "./row-block.ts";
import { fillerBytes, rowFiller } from "./row-filler.ts";
import { loadKernel } from "./load-kernel.ts";
import { usableRows } from "./usable-rows.ts";
import { asVectors } from "./vectors.ts";

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
  expect(loadKernel(1)).not.toBe(null);
  expect(withoutSimd(() => loadKernel(1))).toBe(null);
});

test("there is a result where a content security policy forbids to compile WebAssembly", async () => {
  vi.resetModules();
  function forbidden(): never {
    throw new EvalError("Wasm code generation disallowed by embedder");
  }
  vi.stubGlobal("WebAssembly", { Module: forbidden });
  const fresh = await import("./load-kernel.ts");
  expect(fresh.loadKernel(1)).toBe(null);
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
  const SLACK = 5000;

  /** Four octets of rows of uneven lengths, with limits that few products reach. */
  function fourOctets(make: typeof denseKernel, seed: number, dimensions: number) {
    const pairs = blockBytes(4 * OCTET, dimensions);
    const kernel = make(pairs + 16 + fillerBytes(dimensions));
    const block = rowBlock(kernel.buffer, 0, 4 * OCTET, dimensions);
    const rows = usableRows(asVectors(generatedRows(seed, 4 * OCTET - 3, dimensions)), {
      unit: false,
      leaveOutZeros: false,
    });
    const random = seededRandom(seed);
    const halves = Float64Array.from({ length: rows.count }, (_, row) => {
      const values = Array.from(rows.data.subarray(row * dimensions, (row + 1) * dimensions));
      return values.reduce((sum, value) => sum + value * value, 0) / 2;
    });
    const ready = { rows, offset: null, halves, scale: 1 / Math.sqrt(dimensions) };
    rowFiller(kernel, ready, pairs + 16)(block, 0, rows.documents);
    for (let place = 0; place < rows.count; place++) {
      setLimit(block, place, place % 16 === 5 ? -0.3 * random() : 0.2 * random());
    }
    return { kernel, block, pairs };
  }

  /** Which pairs of four rows of the first octet and another octet are above their limits, as bits. */
  function pairsAbove({ values, records, steps }: RowBlock, half: number, octet: number): number {
    const depth = steps * SEGMENTS;
    let above = 0;
    for (let index = 0; index < 32; index++) {
      let whole = SLACK;
      for (let k = 0; k < depth * 2; k++) {
        const at = (k >> 1) * 16 + (k & 1);
        whole += values[at + 2 * (half * 4 + (index >> 3))] * values[octet * depth * 16 + at + 2 * (index & 7)];
      }
      const [row, column] = [half * 4 + (index >> 3), octet * RECORD + (index & 7)];
      const product = Math.fround(Math.fround(whole) * Math.fround(records[row + UNITS] * records[column + UNITS]));
      const forRow = product > Math.fround(records[row] + records[column + HALVES]);
      if (forRow || product > Math.fround(records[column] + records[row + HALVES])) above |= 1 << index;
    }
    return above;
  }

  test.each([2, 3, 15, 16, 17, 100])("names the first octet with a product above its limit, depth %d", (dimensions) => {
    const named = new Set<number>();
    for (let trial = 0; trial < 200; trial++) {
      const half = trial % 2;
      const results = [denseKernel, (bytes: number) => withoutSimd(() => denseKernel(bytes))].map((make) => {
        const { kernel, block, pairs } = fourOctets(make, 1000 * dimensions + trial, dimensions);
        const { octets, recordsFrom, steps } = block;
        const size = octetBytes(block);
        const address = kernel.firstCandidate({
          left: octets + half * 16,
          right: octets + size,
          end: octets + 4 * size,
          segment: steps * 32,
          rows: recordsFrom + half * 16,
          bounds: recordsFrom,
          columns: recordsFrom + RECORD * 4,
          slack: SLACK,
          pairs,
        });
        const octet = (address - octets) / size;
        return { octet, above: new Int32Array(kernel.buffer, pairs, 1)[0], block };
      });
      const { block } = results[0];
      const expected = [1, 2, 3].find((octet) => pairsAbove(block, half, octet) !== 0) ?? 4;
      const above = expected < 4 ? pairsAbove(block, half, expected) : 0;
      for (const found of results) {
        expect(found).toMatchObject({ octet: expected, above });
        expect(found.block.values).toEqual(block.values);
        expect(found.block.records).toEqual(block.records);
      }
      named.add(expected);
    }
    expect(named.size).toBeGreaterThan(1);
  });
});

describe("rounding rows to whole numbers", () => {
  test.each([
    [1, Float64Array],
    [7, Float32Array],
    [64, Float64Array],
    [384, Float32Array],
  ])("moves no product by more than its slack, depth %d", (dimensions, Kind) => {
    const count = 13;
    const data = Kind.from(generatedRows(dimensions, count, dimensions).flat());
    const rows = usableRows({ data, dimensions, name: "x" }, { unit: true, leaveOutZeros: true });
    const stage = blockBytes(count, dimensions);
    const kernel = denseKernel(stage + fillerBytes(dimensions));
    const block = rowBlock(kernel.buffer, 0, count, dimensions);
    const ready = { rows, offset: null, halves: null, scale: 1 };
    rowFiller(kernel, ready, stage)(block, 0, rows.documents);
    const whole = (place: number, k: number): number =>
      block.values[((place >> 3) * block.steps * SEGMENTS + (k >> 1)) * 16 + (place & 7) * 2 + (k & 1)];
    const unit = (row: number, k: number): number => data[row * dimensions + k] * rows.scales[row];
    for (let i = 0; i < count; i++) {
      for (let j = 0; j < i; j++) {
        let [rounded, exact] = [0, 0];
        for (let k = 0; k < dimensions; k++) {
          rounded += whole(i, k) * whole(j, k);
          exact += unit(i, k) * unit(j, k) * FULL * FULL;
        }
        expect(Math.abs(rounded - exact)).toBeLessThan(roundingSlack(dimensions));
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
