import { tokenCorpus } from "@corpulse/tokens";
import { expect, test } from "vitest";
import * as fc from "fast-check";
import { distinctWords } from "./distinct-words.ts";
import { documentFrequencies } from "./document-frequencies.ts";
import { DocumentRows } from "./document-rows.ts";
import { withoutSimd } from "./fixtures/without-simd.ts";
import { gramWeights } from "./gram-weights.ts";
import type { KernelSize } from "./kernel-memory.ts";
import { rowKernel } from "./row-kernel.ts";
import { wordProjection } from "./word-projection.ts";
import { wordSlots } from "./word-slots.ts";
import { WordVectors } from "./word-vectors.ts";

const WORDS = ["a", "bb", "ccc", "dddd", "one", "two", "three", "four", "five", "six"];
const DIMENSIONS = 40;

/** What there is room for. */
type Room = Omit<KernelSize, "dimensions" | "slots"> & { readonly kept: number; readonly lent: number };

function rowsOf(texts: readonly string[], { kept: room, lent, ...size }: Room): Float32Array {
  const corpus = tokenCorpus(texts);
  const frequencies = documentFrequencies(corpus);
  const { vocabulary } = corpus;
  const statistics = { vocabulary, documentFrequencies: frequencies, documents: texts.length };
  const slots = wordSlots(frequencies, room);
  const kernel = rowKernel({ ...size, dimensions: DIMENSIONS, slots: slots.kept + lent });
  const data = new Float32Array(texts.length * DIMENSIONS);
  const vectors = new WordVectors(kernel, wordProjection(statistics, 0, gramWeights(statistics)), slots);
  vectors.projectKept();
  const rows = new DocumentRows(data, DIMENSIONS, kernel, vectors);
  const wordsOf = distinctWords(corpus);
  for (let document = 0; document < texts.length; document++) rows.add(wordsOf(document));
  rows.finish();
  return data;
}

test("rows are the same to the last bit however little there is room for, with and without SIMD", () => {
  const texts = fc.array(fc.array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(1, 2, 200)), { maxLength: 10 }), {
    minLength: 1,
    maxLength: 7,
  });
  const room = fc.record({
    rows: fc.integer({ min: 1, max: 4 }),
    listed: fc.integer({ min: 1, max: 4 }).map((pairs) => pairs * 2),
    batches: fc.integer({ min: 1, max: 3 }),
    kept: fc.nat(11),
    lent: fc.integer({ min: 1, max: 3 }),
  });
  const wide: Room = { rows: 10, listed: 1000, batches: 100, kept: 100, lent: 100 };
  fc.assert(
    fc.property(texts, room, (documents, narrow) => {
      const spelt = documents.map((words) => words.map(([word, times]) => `${word} `.repeat(times)).join(""));
      const expected = rowsOf(spelt, wide);
      expect(rowsOf(spelt, narrow)).toEqual(expected);
      expect(withoutSimd(() => rowsOf(spelt, narrow))).toEqual(expected);
      for (const [document, words] of documents.entries()) {
        const row = expected.subarray(document * DIMENSIONS, (document + 1) * DIMENSIONS);
        expect(Math.hypot(...row)).toBeCloseTo(words.length > 0 ? 1 : 0, 6);
      }
    }),
  );
});

test("a document of more different words than weigh in one batch has the row of its words in any order", () => {
  const words = Array.from({ length: 3000 }, (_, index) => `w${index * index}`);
  const wide: Room = { rows: 3, listed: 1000, batches: 100, kept: 2000, lent: 7 };
  const data = rowsOf([words.join(" "), words.toReversed().join(" "), words.slice(0, 500).join(" ")], wide);
  expect(data.subarray(0, DIMENSIONS)).toEqual(data.subarray(DIMENSIONS, 2 * DIMENSIONS));
  expect(data.subarray(0, DIMENSIONS)).not.toEqual(data.subarray(2 * DIMENSIONS));
});
