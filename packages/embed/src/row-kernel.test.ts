import { tokenCorpus } from "@corpulse/tokens";
import { afterEach, describe, expect, test, vi } from "vitest";
import { addSigned } from "./add-signed.ts";
import { featureHash } from "./feature-hash.ts";
import { lexicalEmbedding } from "./lexical-embedding.ts";
import { BATCH, rowKernel } from "./row-kernel.ts";
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

const hash = (index: number): number => featureHash(String(index), 0, String(index).length, 7);

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

describe.each([1, 2, 3, 31, 32, 33, 64, 100, 256])("in %d dimensions", (dimensions) => {
  test("addFeature adds the weight with the feature's signs, to the last bit", () => {
    const { word, addFeature } = rowKernel(dimensions, 0);
    const expected = new Float64Array(dimensions);
    for (let index = 0; index < 40; index++) {
      addFeature(hash(index), hash(index + 100) / 3e9);
      addSigned(expected, hash(index), hash(index + 100) / 3e9);
    }
    expect([...word]).toEqual([...expected]);
    expect(word.some((value) => value !== 0)).toBe(true);
  });

  test.each([0, 1, 4, 7, BATCH])("addWords adds %d weighted vectors, fours at a time, to the last bit", (count) => {
    const words = 9;
    const add = (): number[] => {
      const { row, table, places, weights, stride, addWords } = rowKernel(dimensions, words);
      for (let index = 0; index < table.length; index++) table[index] = hash(index) / 2 ** 31;
      for (let place = 0; place < BATCH; place++) places[place] = (Math.abs(hash(place)) % words) * stride;
      for (let place = 0; place < BATCH; place++) weights[place] = hash(-place) / 1e9;
      addWords(count);
      return [...row];
    };
    const { table, places, weights, stride } = rowKernel(dimensions, words);
    for (let index = 0; index < table.length; index++) table[index] = hash(index) / 2 ** 31;
    for (let place = 0; place < BATCH; place++) places[place] = (Math.abs(hash(place)) % words) * stride;
    for (let place = 0; place < count; place++) weights[place] = hash(-place) / 1e9;
    const expected = Array.from({ length: dimensions }, (_, k) => {
      const term = (place: number): number => (place < count ? weights[place] * table[places[place] + k] : 0);
      let sum = 0;
      for (let from = 0; from < count; from += 4) {
        sum += term(from) + term(from + 1) + term(from + 2) + term(from + 3);
      }
      return sum;
    });
    expect(add()).toEqual(expected);
    expect(withoutSimd(add)).toEqual(expected);
  });

  test("the embedding has the same bytes with and without SIMD", () => {
    const texts = Array.from({ length: 60 }, (_, i) =>
      Array.from({ length: 3 * i }, (__, k) => `w${(i * k * k) % 97}x${k % 5}`).join(" "),
    );
    const embed = (): Float32Array => lexicalEmbedding(tokenCorpus(texts), { dimensions }).data;
    expect(embed()).toEqual(withoutSimd(embed));
  });
});
