import { tokenCorpus } from "@corpulse/tokens";
import { expect, test } from "vitest";
import * as fc from "fast-check";
import { changeKernel } from "./change-kernel.ts";
import { inMemory } from "./fixtures/in-memory.ts";
import { gramWeights } from "./gram-weights.ts";
import { SpeltWords } from "./spelt-words.ts";
import { WordGrams } from "./word-grams.ts";
import { wordProjection } from "./word-projection.ts";
import { wordSlots } from "./word-slots.ts";
import { WordVectors } from "./word-vectors.ts";

const DIMENSIONS = 64;

/** What is found of words, with the kernel or without, and which words it leaves to the loops in TypeScript. */
function found(
  vocabulary: readonly string[],
  documentFrequencies: Uint32Array,
  { seed, spelt: isSpelt }: { readonly seed: number; readonly spelt: boolean },
): { readonly left: readonly number[]; readonly values: unknown } {
  const { corpus, memory } = inMemory({ ...tokenCorpus(["a b", "c"]), vocabulary });
  const statistics = { vocabulary, documentFrequencies, documents: 50 };
  const slots = wordSlots(documentFrequencies, vocabulary.length);
  const size = { dimensions: DIMENSIONS, rows: 1, slots: slots.kept + 1, lent: 1, listed: 100, batches: 9 };
  const kernel = changeKernel(corpus, size, memory);
  if (kernel === null) throw new Error("the tests need memory that threads share");
  const spelt = new SpeltWords(statistics, kernel, memory);
  const grams = isSpelt ? spelt.gramWeights() : gramWeights(statistics);
  const vectors = new WordVectors(kernel, wordProjection(statistics, seed, grams), slots, kernel.lists.words);
  const { table } = kernel.memory;
  if (isSpelt) spelt.project(grams, seed);
  const left = [...vocabulary.keys()].filter((id) => vectors.words[id * 2 + 1] === 0);
  vectors.projectKept();
  const reader = new WordGrams();
  const weights = vocabulary.map((word) =>
    Array.from(reader.hashes.slice(0, reader.read(word)), (hash) => grams.get(hash)),
  );
  return { left, values: { weights, table: table.slice(), words: vectors.words.slice() } };
}

const word = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.string({ unit: fc.constantFrom("a", "b", "é", "🦉"), maxLength: 9 }),
  fc.constantFrom(255, 256, 257, 5000).map((length) => "x".repeat(length - 1) + "y"),
);

test("the kernel weighs the n-grams of words and projects words as the loops in TypeScript do, to the last bit", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(word, fc.constantFrom(0, 1, 2, 3, 40)), { maxLength: 30, selector: ([one]) => one }),
      fc.constantFrom(0, 1, -7),
      (words, seed) => {
        const vocabulary = words.map(([one]) => one);
        const frequencies = Uint32Array.from(words, ([, frequency]) => frequency);
        const plain = found(vocabulary, frequencies, { seed, spelt: false });
        const { left, values } = found(vocabulary, frequencies, { seed, spelt: true });
        expect(values).toEqual(plain.values);
        const isRead = ({ length }: string): boolean => length > 0 && length <= 256;
        expect(left.filter((id) => isRead(vocabulary[id]))).toEqual([]);
      },
    ),
  );
});

test("the kernel is given more room for n-grams when there are many, and sums end at the largest integer", () => {
  const vocabulary = Array.from(
    { length: 3000 },
    (_, id) => `${(id * id * 7919).toString(36)}-${id}-${"z".repeat(id % 300)}`,
  );
  const frequencies = Uint32Array.from(vocabulary, (_, id) => (id % 5 === 0 ? 2 ** 30 : id % 3));
  const plain = found(vocabulary, frequencies, { seed: 3, spelt: false });
  const { left, values } = found(vocabulary, frequencies, { seed: 3, spelt: true });
  expect(values).toEqual(plain.values);
  expect(left.filter((id) => vocabulary[id].length <= 256)).toEqual([]);
});
