import { seededRandom } from "@corpulse/measurement";
import { ownMemory, SharedMemory } from "@corpulse/tokens";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { copyingTexts } from "./fixtures/copying-texts.ts";
import { indexIn } from "./fixtures/index-in.ts";
import { kernelIn } from "./kernel-in.ts";
import { writeCode } from "./write-code.ts";
import { writeCodeInKernel } from "./write-code-in-kernel.ts";

/** Some sizes of the symbols of a corpus. */
const sizesOf = (symbols: number): Uint32Array => Uint32Array.from({ length: symbols }, (_, at) => 1 + ((at * 7) % 11));

test("the kernel gives the same bits as the loops in TypeScript", () => {
  fc.assert(
    fc.property(copyingTexts, (texts) => {
      const index = indexIn(new SharedMemory(1), texts);
      const sizes = sizesOf(index.corpus.vocabulary.length + 1);
      const written = writeCodeInKernel(index, sizes);
      expect(written).toEqual(writeCode(index, sizes));
      // It leaves nothing behind.
      expect(writeCodeInKernel(index, sizes)).toEqual(written);
    }),
    { numRuns: 500 },
  );
});

test("it gives them for long texts, where logarithms run out and calls end within documents", () => {
  const random = seededRandom(1);
  const words = Array.from({ length: 200_000 }, (_, at) => (at % 2 === 0 ? "a" : `w${Math.floor(random() * 997)}`));
  const index = indexIn(new SharedMemory(1), [words.slice(0, 5000).join(" "), words.join(" "), "a b c"]);
  const sizes = sizesOf(index.corpus.vocabulary.length + 1);
  const written = writeCodeInKernel(index, sizes);
  expect(written).toEqual(writeCode(index, sizes));
  expect(written?.literals).toBeGreaterThan(2 * 66_000);
});

test("there is none for an index elsewhere", () => {
  const texts = ["to be or not to be", "to be or not"];
  expect(writeCodeInKernel(indexIn(ownMemory, texts), sizesOf(5))).toBe(null);
  expect(writeCodeInKernel({ ...indexIn(ownMemory, texts), memory: new SharedMemory(1) }, sizesOf(5))).toBe(null);
  expect(writeCodeInKernel(indexIn(SharedMemory.at(null), texts), sizesOf(5))).toBe(null);
});

test("logarithms are those of Math.log2", () => {
  const kernel = kernelIn(new SharedMemory(1));
  const room = kernel?.zeros(256);
  if (!kernel || !room) throw new Error("Cannot test the kernel: there must be one, current value is null");
  const logs = new Float64Array(room.buffer, room.byteOffset, 32);
  const number = fc.oneof(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 2 ** 32 }));
  fc.assert(
    fc.property(number, fc.constantFrom(0, 0.5), (whole, more) => {
      kernel.functions.logsFrom(whole + more, logs.byteOffset, logs.byteOffset + logs.byteLength);
      expect(logs).toEqual(Float64Array.from(logs, (_, at) => Math.log2(whole + more + at)));
    }),
    { numRuns: 3000 },
  );
});
