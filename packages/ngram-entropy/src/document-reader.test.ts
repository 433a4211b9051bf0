import { tokenCorpus } from "@corpulse/tokens";
import * as fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { DocumentReader } from "./document-reader.ts";
import { fullStretches } from "./full-stretches.ts";
import { hdd } from "./hdd.ts";
import { loadKernel } from "./load-kernel.ts";
import { typesInWindows } from "./mattr.ts";
import { mtld } from "./mtld.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

test("the tests run where there is WebAssembly, and where it is taken away", () => {
  expect(loadKernel(1)).not.toBe(null);
  vi.stubGlobal("WebAssembly", undefined);
  expect(loadKernel(1)).toBe(null);
});

test.each(["the kernel", "the loops in TypeScript"])(
  "DocumentReader gives with %s, bit for bit, what the single functions give, whatever it has read before",
  (by) => {
    if (by !== "the kernel") vi.stubGlobal("WebAssembly", undefined);
    const word = fc.constantFrom(..."abcdefghijkl".split(""));
    const documents = fc.array(fc.array(word, { minLength: 5, maxLength: 60 }), { minLength: 1, maxLength: 6 });
    const settings = fc.record({
      window: fc.integer({ min: 1, max: 70 }),
      threshold: fc.constantFrom(0.3, 0.5, 0.72, 0.9),
      draws: fc.integer({ min: 1, max: 5 }),
    });
    fc.assert(
      fc.property(documents, settings, (texts, { window, threshold, draws }) => {
        const corpus = tokenCorpus(texts.map((words) => words.join(" ")));
        const { tokens, offsets } = corpus;
        const reader = new DocumentReader(corpus, { window, threshold, draws });
        const found = texts.map((_, at) => {
          reader.read(offsets[at], offsets[at + 1]);
          return [reader.windowTypes, reader.mtld, reader.hdd];
        });
        const expected = texts.map((words, at) => {
          const text = tokens.subarray(offsets[at], offsets[at + 1]);
          const counts = [...new Set(words)].map((one) => words.filter((other) => other === one).length);
          return [typesInWindows(text, window), mtld(text, { threshold }), hdd(counts, { draws })];
        });
        expect(found).toEqual(expected);
      }),
      { numRuns: 1000 },
    );
  },
);

test("fullStretches() decides as the division does, at every length", () => {
  for (const threshold of [0.1, 0.3, 1 / 3, 0.5, 0.72, 0.9, 0.999]) {
    const limits = fullStretches(threshold, 3000);
    for (let length = 1; length <= 3000; length++) {
      const types = limits[length];
      expect([types / length <= threshold, (types + 1) / length <= threshold]).toEqual([true, false]);
    }
  }
});
