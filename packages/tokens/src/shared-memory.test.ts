import { Worker } from "node:worker_threads";
import { sharedModule } from "@corpulse/simd-module";
import { afterEach, expect, test, vi } from "vitest";
import { SharedMemory } from "./shared-memory.ts";

interface MemoryPages {
  readonly initial: number;
  readonly maximum: number;
  readonly shared: boolean;
}

declare const WebAssembly: { readonly Memory: new (pages: MemoryPages) => object };

/** Adds four numbers to four others, in place. */
interface AddFour {
  readonly addFour: (to: number, from: number) => void;
}

/**
 * ```wat
 * (module (import "kernel" "memory" (memory 1 65535 shared))
 *   (func (export "addFour") (param i32 i32)
 *     (v128.store (local.get 0) (i32x4.add (v128.load (local.get 0)) (v128.load (local.get 1))))))
 * ```
 */
const ADD_FOUR =
  "AGFzbQEAAAABBgFgAn9/AAIVAQZrZXJuZWwGbWVtb3J5AgMB//8DAwIBAAcLAQdhZGRGb3VyAAAKGQEXACAAIAD9AAQAIAH9AAQA/a4B/QsEAAs=";

const PAGE = 2 ** 16;

function numbersIn(memory: SharedMemory, length: number): Int32Array {
  const { buffer, byteOffset } = memory.take(length * Int32Array.BYTES_PER_ELEMENT);
  return new Int32Array(buffer, byteOffset, length);
}

afterEach(() => {
  vi.unstubAllGlobals();
});

test("a kernel computes on pieces that are given out, where they lie", () => {
  const memory = new SharedMemory(1);
  const [to, from] = [numbersIn(memory, 4), numbersIn(memory, 4)];
  to.set([1, 2, 3, 4]);
  from.set([10, 20, 30, 40]);
  expect(memory.holds(to) && memory.holds(from.subarray(1))).toBe(true);
  sharedModule<AddFour>(ADD_FOUR)(memory)?.addFour(to.byteOffset, from.byteOffset);
  expect([...to, ...from]).toEqual([11, 22, 33, 44, 10, 20, 30, 40]);
});

test("pieces are zeros of their own, and there are more than was foreseen", () => {
  const memory = new SharedMemory(100);
  const pieces = [3, 64, 0, 65, 3 * PAGE, 20 * PAGE, 1].map((bytes) => memory.take(bytes));
  expect(pieces.map(({ length }) => length)).toEqual([3, 64, 0, 65, 3 * PAGE, 20 * PAGE, 1]);
  expect(pieces.every((piece) => memory.holds(piece) && piece.byteOffset % 64 === 0)).toBe(true);
  for (const [at, piece] of pieces.entries()) {
    expect(piece.every((byte) => byte === 0)).toBe(true);
    piece.fill(at + 1);
  }
  expect(pieces.every((piece, at) => piece.every((byte) => byte === at + 1))).toBe(true);
});

test("it holds nothing of another memory", () => {
  const [one, other] = [new SharedMemory(1), new SharedMemory(1)];
  const elsewhere = [other.take(100), new Uint8Array(100), new Uint8Array(new SharedArrayBuffer(100))];
  expect(elsewhere.map((piece) => one.holds(piece))).toEqual([false, false, false]);
});

test("threads that have the handle see the same bytes, and get pieces of their own", async () => {
  const memory = new SharedMemory(1);
  const numbers = numbersIn(memory, 2);
  numbers[0] = 7;
  const source = new URL("./shared-memory.ts", import.meta.url).href;
  const code = `
    import { parentPort, workerData } from "node:worker_threads";
    const { SharedMemory } = await import(${JSON.stringify(source)});
    const memory = SharedMemory.at(workerData.handle);
    workerData.numbers[1] = workerData.numbers[0] * 6;
    parentPort.postMessage({ held: memory.holds(workerData.numbers), piece: memory.take(100 * ${PAGE}).fill(1) });`;
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(code)}`), {
    workerData: { handle: memory.handle, numbers },
  });
  const answer = await new Promise<{ held: boolean; piece: Uint8Array }>((resolve, reject) => {
    worker.once("message", resolve).once("error", reject);
  });
  await worker.terminate();
  expect(answer.held).toBe(true);
  expect(numbers[1]).toBe(42);
  expect(memory.holds(answer.piece)).toBe(true);
  const piece = memory.take(1000);
  expect(piece.every((byte) => byte === 0)).toBe(true);
  expect(piece.byteOffset).toBeGreaterThanOrEqual(answer.piece.byteOffset + answer.piece.length);
});

test.each([
  ["no WebAssembly", undefined],
  [
    "no memory to be had",
    {
      Memory: function refused(): never {
        throw new RangeError("could not allocate memory");
      },
    },
  ],
])("with %s, pieces are memory that threads share, and no kernel works in them", (_, api) => {
  vi.stubGlobal("WebAssembly", api);
  const memory = new SharedMemory(1);
  const piece = memory.take(10);
  expect(piece.buffer).toBeInstanceOf(SharedArrayBuffer);
  expect([...piece]).toEqual(Array(10).fill(0));
  expect(memory.holds(piece)).toBe(false);
  expect(memory.handle).toBe(null);
  expect(SharedMemory.at(memory.handle).take(3)).toHaveLength(3);
  vi.unstubAllGlobals();
  expect(sharedModule<AddFour>(ADD_FOUR)(memory)).toBe(null);
});

test("what it has no room for lies elsewhere, and what comes after it has room again", () => {
  class FullMemory extends WebAssembly.Memory {
    constructor(pages: MemoryPages) {
      super({ ...pages, maximum: pages.initial });
    }
  }
  vi.stubGlobal("WebAssembly", { Memory: FullMemory });
  const memory = new SharedMemory(1);
  const large = memory.take(PAGE);
  expect(memory.holds(large)).toBe(false);
  expect(large).toHaveLength(PAGE);
  expect(memory.holds(memory.take(1))).toBe(true);
});

test("where pages may not share memory there is some of one thread", () => {
  vi.stubGlobal("WebAssembly", undefined);
  vi.stubGlobal("SharedArrayBuffer", undefined);
  const memory = new SharedMemory(1);
  const piece = memory.take(10);
  expect(memory.holds(piece)).toBe(false);
  expect([...piece]).toEqual(Array(10).fill(0));
});

test("it holds its pieces where buffers that are shared have no name", () => {
  const memory = new SharedMemory(1);
  vi.stubGlobal("SharedArrayBuffer", undefined);
  expect(memory.holds(memory.take(1))).toBe(true);
  expect(memory.holds(new Uint8Array(100))).toBe(false);
});

test("memories that two threads have made are told apart", async () => {
  const source = new URL("./shared-memory.ts", import.meta.url).href;
  const code = `
    import { parentPort } from "node:worker_threads";
    const { SharedMemory } = await import(${JSON.stringify(source)});
    parentPort.postMessage(new SharedMemory(1).take(10));`;
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(code)}`));
  const piece = await new Promise<Uint8Array>((resolve, reject) => {
    worker.once("message", resolve).once("error", reject);
  });
  await worker.terminate();
  const memory = new SharedMemory(1);
  expect(memory.holds(piece)).toBe(false);
  expect(memory.holds(memory.take(10))).toBe(true);
});
