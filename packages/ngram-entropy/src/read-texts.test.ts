import { type Memory, ownMemory, SharedMemory, tokenCorpus, TokenCorpusBuilder } from "@corpulse/tokens";
import * as fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { fullStretches } from "./full-stretches.ts";
import { hdd } from "./hdd.ts";
import { typesInWindows } from "./mattr.ts";
import { mtld } from "./mtld.ts";
import { readTexts } from "./read-texts.ts";
import { readTextsInKernel } from "./read-texts-in-kernel.ts";
import type { TextSettings } from "./text-settings.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

test.each<readonly [string, Memory, typeof readTextsInKernel]>([
  ["the kernel, where the corpus lies", new SharedMemory(1), readTextsInKernel],
  ["the kernel, which documents are copied to", ownMemory, readTextsInKernel],
  ["the loops in TypeScript", ownMemory, readTexts],
])("documents are read by %s, bit for bit, as by the single functions", (_, memory, read) => {
  const word = fc.constantFrom(..."abcdefghijkl".split(""));
  const documents = fc.array(fc.array(word, { minLength: 0, maxLength: 60 }), { maxLength: 6 });
  const settings: fc.Arbitrary<TextSettings> = fc.record({
    window: fc.integer({ min: 1, max: 70 }),
    threshold: fc.constantFrom(0.3, 0.5, 0.72, 0.9),
    draws: fc.integer({ min: 1, max: 5 }),
    least: fc.integer({ min: 5, max: 10 }),
  });
  fc.assert(
    fc.property(documents, settings, (texts, given) => {
      const { window, threshold, draws, least } = given;
      const builder = new TokenCorpusBuilder({ memory });
      for (const words of texts) builder.add(words.join(" "));
      const corpus = builder.finish();
      const expected = texts.map((words, at) => {
        if (words.length < least) return [0, 0, 0];
        const text = corpus.tokens.subarray(corpus.offsets[at], corpus.offsets[at + 1]);
        const counts = [...new Set(words)].map((one) => words.filter((other) => other === one).length);
        return [typesInWindows(text, window), mtld(text, { threshold }), hdd(counts, { draws })];
      });
      // Of the types expected the share of those that are drawn.
      const found = Array.from(read(corpus, given, memory) ?? [], (number, at) =>
        at % 3 === 2 ? number / draws : number,
      );
      expect(found).toEqual(expected.flat());
    }),
    { numRuns: 1000 },
  );
});

test("long documents are copied by themselves, and short ones together", () => {
  const lengths = [9000, 7000, 5000, 20_000, 0, 6, 17_000, 7];
  const texts = lengths.map((length, at) =>
    Array.from({ length }, (_, place) => `w${(place * place * at) % 1009}`).join(" "),
  );
  const settings = { window: 50, threshold: 0.72, draws: 42, least: 5 };
  const corpus = tokenCorpus(texts);
  expect(readTextsInKernel(corpus, settings, ownMemory)).toEqual(readTexts(corpus, settings));
});

test("there is no kernel where WebAssembly is taken away", () => {
  const corpus = new TokenCorpusBuilder().finish();
  const settings = { window: 2, threshold: 0.72, draws: 2, least: 2 };
  expect(readTextsInKernel(corpus, settings, ownMemory)).not.toBe(null);
  vi.stubGlobal("WebAssembly", undefined);
  expect(readTextsInKernel(corpus, settings, ownMemory)).toBe(null);
});

test("fullStretches() decides as the division does, at every length", () => {
  for (const threshold of [0.1, 0.3, 1 / 3, 0.5, 0.72, 0.9, 0.999]) {
    const limits = fullStretches(threshold, 3000);
    for (let length = 1; length <= 3000; length++) {
      const types = limits[length];
      expect([types / length <= threshold, (types + 1) / length <= threshold]).toEqual([true, false]);
    }
  }
});
