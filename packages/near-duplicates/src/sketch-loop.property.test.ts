import { CorpusFollower, type Memory, ownMemory, SharedMemory, TokenCorpusBuilder } from "@corpulse/tokens";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { bandingFor } from "./banding-for.ts";
import { DocumentSketcher, type SketcherOptions } from "./document-sketcher.ts";
import { withoutSimd } from "./fixtures/without-simd.ts";
import { parseShingle } from "./shingle.ts";
import { sketchKernel } from "./sketch-kernel.ts";

const word = fc.nat(300).map((at) => `w${at}`);

/** Texts of every length from none to more than one block of hashes and one room for shingles, some of them copies. */
const generatedTexts = fc
  .array(
    fc.oneof(
      fc.array(word, { maxLength: 12 }),
      fc.array(word, { minLength: 100, maxLength: 180, size: "max" }),
      fc.nat(1500).map((length) => Array.from({ length }, (_, at) => `w${(at * at + length) % 700}`)),
    ),
    { maxLength: 8 },
  )
  .chain((texts) => fc.tuple(fc.constant(texts), fc.shuffledSubarray(texts)))
  .map(([texts, copies]) => [...texts, ...copies].map((words) => words.join(" ")));

/** The sketches of a corpus in a memory, made while it grows. */
function sketchesIn(corpusMemory: Memory, texts: readonly string[], options: SketcherOptions): Int32Array {
  const builder = new TokenCorpusBuilder({ memory: corpusMemory });
  const follower = new CorpusFollower();
  const sketcher = new DocumentSketcher(options);
  for (const [at, text] of texts.entries()) {
    builder.add(text);
    if (at % 3 === 0) sketcher.read(follower.follow(builder.growth()));
  }
  return sketcher.sketches(follower.follow(builder.growth())).keys;
}

test("the kernel and the loops in TypeScript sketch documents alike", () => {
  const plan = { banding: bandingFor(0.8), seed: 0, size: 3 };
  expect(sketchKernel(new SharedMemory(1), plan, () => {})).not.toBe(null);
  fc.assert(
    fc.property(
      generatedTexts,
      fc.constantFrom("words:1", "words:2", "words:3", "words:7", "chars:5"),
      fc.constantFrom(0.1, 0.3, 0.5, 0.8, 0.9, 1),
      (texts, shingle, similarity) => {
        const options = { shingle: parseShingle(shingle), similarity, seed: 5 };
        const memory = new SharedMemory(1);
        const expected = withoutSimd(() => sketchesIn(ownMemory, texts, options));
        expect(sketchesIn(memory, texts, { ...options, memory })).toEqual(expected);
      },
    ),
    { numRuns: 200 },
  );
});

test("a corpus that lies elsewhere is left to the loops in TypeScript", () => {
  const texts = Array.from({ length: 40 }, (_, at) => `one text and then another ${"a b c ".repeat(at % 7)} w${at}`);
  const memory = new SharedMemory(1);
  const expected = sketchesIn(ownMemory, texts, {});
  expect(sketchesIn(ownMemory, texts, { memory })).toEqual(expected);
  expect(sketchesIn(new SharedMemory(1), texts, { memory })).toEqual(expected);
});

test("documents longer than there is room for in the memory are left to the loops in TypeScript", () => {
  const long = Array.from({ length: 5000 }, (_, at) => `w${(at * at) % 211}`).join(" ");
  const texts = ["a b c d", long, "e f g h", long, "i j k l"];
  const memory = new SharedMemory(1);
  // As where the shared memory is full, but for small pieces.
  const full = new Proxy(memory, {
    get(target, name) {
      if (name === "take") return (bytes: number) => (bytes > 1 << 14 ? ownMemory : target).take(bytes);
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  expect(sketchesIn(memory, texts, { memory: full, documents: 8 })).toEqual(sketchesIn(ownMemory, texts, {}));
});
