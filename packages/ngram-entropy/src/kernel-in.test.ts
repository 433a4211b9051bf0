import { ownMemory, SharedMemory } from "@corpulse/tokens";
import { expect, test } from "vitest";
import { indexIn } from "./fixtures/index-in.ts";
import { kernelIn } from "./kernel-in.ts";
import { measureNgramEntropy } from "./measure-ngram-entropy.ts";

const words = Array.from({ length: 5000 }, (_, at) => (at % 3 === 0 ? "a" : `w${(at * at) % 211}`));
const texts = Array.from({ length: 60 }, (_, at) => words.slice(at * 60, at * 60 + 40 + ((at * 7) % 90)).join(" "));

test.each([
  ["shared memory", new SharedMemory(1)],
  ["shared memory, behind its first two gigabytes", new SharedMemory(2 ** 31 + 2 ** 20)],
])("measurements of an index in %s are those of one in memory of its own", (name, memory) => {
  if (name !== "shared memory") memory.take(2 ** 31);
  expect(kernelIn(memory)?.holds(memory.take(1))).toBe(true);
  const expected = measureNgramEntropy(indexIn(ownMemory, texts));
  expect(measureNgramEntropy(indexIn(memory, texts))).toEqual(expected);
  // What the kernel leaves behind does not matter.
  expect(measureNgramEntropy(indexIn(memory, texts.slice(20)))).toEqual(
    measureNgramEntropy(indexIn(ownMemory, texts.slice(20))),
  );
  expect(expected.repeatedNgrams.length).toBeGreaterThan(3);
});

test("room is made once, and again where more is needed", () => {
  const memory = new SharedMemory(1);
  const kernel = kernelIn(memory);
  expect(kernelIn(memory)).toBe(kernel);
  const first = kernel?.zeros(100);
  expect(kernel?.zeros(40)).toEqual(new Uint8Array(40));
  first?.fill(7);
  expect(kernel?.zeros(90)).toEqual(new Uint8Array(90));
  expect(kernel?.zeros(90)?.byteOffset).toBe(first?.byteOffset);
  kernel?.reserve(1000);
  const more = kernel?.zeros(300);
  expect(more).toEqual(new Uint8Array(300));
  expect(more?.byteOffset).not.toBe(first?.byteOffset);
  expect(kernel?.zeros(1000)?.byteOffset).toBe(more?.byteOffset);
});

test("there is no kernel in memory that is not shared, and no room where there is none left", () => {
  expect(kernelIn(ownMemory)).toBe(null);
  expect(kernelIn(SharedMemory.at(null))).toBe(null);
  const kernel = kernelIn(new SharedMemory(1));
  expect(kernel?.zeros(2 ** 32)).toBe(null);
});
