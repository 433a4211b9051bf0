import { afterEach, expect, test, vi } from "vitest";
import { simdModule } from "./simd-module.ts";

/** Adds four numbers to four others, in place. */
interface AddFour {
  readonly addFour: (to: number, from: number) => void;
}

/**
 * ```wat
 * (module (import "kernel" "memory" (memory 1))
 *   (func (export "addFour") (param i32 i32)
 *     (v128.store (local.get 0) (i32x4.add (v128.load (local.get 0)) (v128.load (local.get 1))))))
 * ```
 */
const ADD_FOUR =
  "AGFzbQEAAAABBgFgAn9/AAISAQZrZXJuZWwGbWVtb3J5AgABAwIBAAcLAQdhZGRGb3VyAAAKGQEXACAAIAD9AAQAIAH9AAQA/a4B/QsEAAs=";

afterEach(() => {
  vi.unstubAllGlobals();
});

test("an instance computes in a memory of its own", () => {
  const load = simdModule<AddFour>(ADD_FOUR);
  const [one, other] = [load(1), load(1)];
  if (one === null || other === null) throw new Error("the tests need SIMD");
  const [numbers, untouched] = [one, other].map(({ memory }) => new Int32Array(memory.buffer));
  numbers.set([1, 2, 3, 4, 10, 20, 30, 40]);
  one.exports.addFour(0, 16);
  expect([...numbers.subarray(0, 8)]).toEqual([11, 22, 33, 44, 10, 20, 30, 40]);
  expect(untouched.every((number) => number === 0)).toBe(true);
});

test.each([
  [1, 1],
  [65_536, 1],
  [65_537, 2],
])("a memory of %d bytes has %d pages, and can grow", (bytes, pages) => {
  const memory = simdModule<AddFour>(ADD_FOUR)(bytes)?.memory;
  expect(memory?.buffer.byteLength).toBe(pages * 65_536);
  memory?.grow(2);
  expect(memory?.buffer.byteLength).toBe((pages + 2) * 65_536);
});

test("there is none without WebAssembly, and one again where it is back", () => {
  const load = simdModule<AddFour>(ADD_FOUR);
  vi.stubGlobal("WebAssembly", undefined);
  expect(load(1)).toBe(null);
  vi.unstubAllGlobals();
  expect(load(1)).not.toBe(null);
});

test("there is none where a content security policy forbids to compile WebAssembly", () => {
  function forbidden(): never {
    throw new EvalError("Wasm code generation disallowed by embedder");
  }
  vi.stubGlobal("WebAssembly", { Module: forbidden });
  expect(simdModule<AddFour>(ADD_FOUR)(1)).toBe(null);
});

test("there is none where bytes are no module, or memory cannot be had", () => {
  expect(simdModule<AddFour>("AGFzbQ==")(1)).toBe(null);
  expect(simdModule<AddFour>(ADD_FOUR)(2 ** 40)).toBe(null);
});
