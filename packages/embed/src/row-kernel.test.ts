import { tokenCorpus } from "@corpulse/tokens";
import { afterEach, describe, expect, test, vi } from "vitest";
import { addWords } from "./add-words.ts";
import { featureHash } from "./feature-hash.ts";
import { featureSign } from "./fixtures/feature-sign.ts";
import { withoutSimd } from "./fixtures/without-simd.ts";
import { lexicalEmbedding } from "./lexical-embedding.ts";
import { projectWord } from "./project-word.ts";
import { type RowKernel, rowKernel } from "./row-kernel.ts";
import { scaleRows } from "./scale-rows.ts";
import { loadKernel } from "./load-kernel.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

const hash = (index: number): number => featureHash(String(index), 7);

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

describe.each([1, 2, 31, 32, 33, 64, 100, 256])("in %d dimensions", (dimensions) => {
  const make = (): RowKernel => rowKernel({ dimensions, rows: 5, slots: 9, listed: 20, batches: 6 });
  const place = (slot: number): number => slot * 64;

  test.each([0, 1, 2, 40, 41])("projectWord adds up %d features with their signs, and ends at 16 bits", (count) => {
    const { memory, projectWord: project } = make();
    const { hashes, amounts, table, layout } = memory;
    for (const largest of [2 ** 8, 2 ** 14, 2 ** 24]) {
      for (let at = 0; at < count; at++) {
        hashes[at] = hash(at);
        amounts[at] = Math.abs(hash(at + 100)) % largest;
      }
      const reach = project(count, place(3));
      const found = table.slice();
      table.fill(0);
      expect(projectWord(memory, count, place(3))).toBe(reach);
      expect(found).toEqual(table);
      const vector = Array.from({ length: layout.stride }, (_, k) => {
        const at = (place(3) + Math.floor(k / 32) * layout.blockBytes) / 2 + (k % 32);
        return table[at];
      });
      // The plain form: a sum in 64 bits.
      const expected = vector.map((_, k) => {
        let sum = 0;
        for (let at = 0; at < count; at++) {
          sum += featureSign(hashes[at], k) * amounts[at];
        }
        return Math.max(-32_768, Math.min(32_767, Math.floor(sum / 256 + 0.5)));
      });
      expect(vector).toEqual(expected);
      expect(reach).toBe(Math.max(...vector.map(Math.abs)));
    }
  });

  test("addWords brings the sums of batches to their rows, exactly and up to the largest sums", () => {
    const { memory, addWords: add } = make();
    const { rows, open, table, places, weights, batches, layout } = memory;
    const { stride, blockBytes } = layout;
    for (let at = 0; at < table.length; at++) table[at] = at % 7 === 0 ? -32_768 : hash(at);
    // A batch of row 2, two of row 0, one of row 4, and one that begins a row: it ends in another call.
    const ends = [4, 14, 16, 18, 20];
    const closed = [2, null, 0, 4, null];
    for (const [batch, end] of ends.entries()) {
      batches[batch * 2] = (closed[batch] ?? 0) * stride * 4;
      batches[batch * 2 + 1] = end * 4 + (closed[batch] === null ? 0 : 1);
    }
    for (let at = 0; at < 20; at++) {
      places[at] = place(Math.abs(hash(at)) % 9);
      // The weights of a batch add up to 65,535 at most.
      weights[at] = at === 14 || at === 15 ? 32_767 : Math.abs(hash(-at)) % 6000;
    }
    rows.fill(7);
    add(5);
    const [found, left] = [rows.slice(), open.slice()];
    rows.fill(7);
    open.fill(0);
    addWords(memory, 5);
    expect(found).toEqual(rows);
    expect(left).toEqual(open);
    // The plain form, in 64 bits.
    const sumOf = (k: number, from: number, to: number): number => {
      let sum = 0;
      for (let at = from; at < to; at++) {
        sum += weights[at] * table[(places[at] + Math.floor(k / 32) * blockBytes) / 2 + (k % 32)];
      }
      return sum;
    };
    const rowOf = (from: number, to: number): number[] => Array.from({ length: stride }, (_, k) => sumOf(k, from, to));
    const untouched = Array.from({ length: stride }, () => 7);
    const expected = [rowOf(4, 16), untouched, rowOf(0, 4), untouched, rowOf(16, 18)].flat();
    expect(found).toEqual(Float32Array.from(expected));
    expect([...left]).toEqual(rowOf(18, 20));
  });

  test("scaleRows makes rows of length 1 and leaves zero rows", () => {
    const { memory, scaleRows: scale } = make();
    const { rows, layout } = memory;
    const { stride } = layout;
    for (let at = 0; at < rows.length; at++) rows[at] = at < stride || at >= stride * 2 ? hash(at) * 2 ** (at % 9) : 0;
    const before = rows.slice();
    scale(4);
    const found = rows.slice();
    rows.set(before);
    scaleRows(memory, 4);
    expect(found).toEqual(rows);
    for (let row = 0; row < 4; row++) {
      const values = before.subarray(row * stride, (row + 1) * stride);
      const length = Math.hypot(...values);
      for (const [k, value] of values.entries())
        expect(found[row * stride + k]).toBeCloseTo(length > 0 ? value / length : 0, 6);
    }
    expect(found.subarray(4 * stride)).toEqual(before.subarray(4 * stride));
  });

  test("the embedding has the same bytes with and without SIMD", () => {
    const texts = Array.from({ length: 60 }, (_, i) =>
      Array.from({ length: 3 * i }, (__, k) => `w${(i * k * k) % 97}x${k % 5}`).join(" "),
    );
    const embed = (): Float32Array => lexicalEmbedding(tokenCorpus(texts), { dimensions }).data;
    expect(embed()).toEqual(withoutSimd(embed));
  });
});
