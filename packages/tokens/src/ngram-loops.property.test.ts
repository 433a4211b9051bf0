import * as fc from "fast-check";
import { expect, test } from "vitest";
import { EarlyNgrams } from "./early-ngrams.ts";
import type { CopiedRuns } from "./find-copies.ts";
import { int32, type Memory, ownMemory } from "./memory.ts";
import type { NgramColumn } from "./ngram-column.ts";
import { ngramIndex } from "./ngram-index.ts";
import { PLAIN_LOOPS, ngramLoops } from "./ngram-loops.ts";
import { SharedMemory } from "./shared-memory.ts";
import { TokenCorpusBuilder } from "./token-corpus-builder.ts";

/** Texts of few words that copy one another, and themselves, in long passages. */
const copyingTexts = fc
  .array(fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 50 }), fc.nat(3)), { maxLength: 5 }), {
    maxLength: 12,
  })
  .map((texts) => {
    const passage = Array.from({ length: 110 }, (_, at) => `w${(at * at) % 37}`);
    return texts.map((pieces) =>
      pieces.flatMap(([from, length, other]) => [...passage.slice(from, from + length), `v${other}`]).join(" "),
    );
  });

/** The copies in texts, and their columns, that lie in a memory, read in two pieces. */
function columnsIn(
  memory: Memory,
  texts: readonly string[],
): { readonly runs: CopiedRuns; readonly columns: readonly NgramColumn[] } {
  const builder = new TokenCorpusBuilder({ memory });
  const early = new EarlyNgrams(memory, 50, 3);
  for (const [at, text] of texts.entries()) {
    builder.add(text);
    if (at === 3) early.read(builder.finish());
  }
  const corpus = builder.finish();
  const index = ngramIndex(corpus, { memory, early });
  const columns = [1, 2, 3, 4, 5, 6].map((order) => index.column(order));
  return { runs: early.runs(corpus), columns };
}

test("the kernel gives what the loops in TypeScript give", () => {
  expect(ngramLoops(new SharedMemory(1))).not.toBe(PLAIN_LOOPS);
  fc.assert(
    fc.property(copyingTexts, (texts) => {
      expect(columnsIn(new SharedMemory(1), texts)).toEqual(columnsIn(ownMemory, texts));
    }),
    { numRuns: 300 },
  );
});

test("the kernel gives the same where n-grams are dealt out to many parts", () => {
  const word = (at: number): string => `w${(Math.imul(at, 0x9e3779b1) >>> 18) % 301}`;
  const texts = Array.from({ length: 400 }, (_, document) =>
    Array.from({ length: 250 }, (__, at) => word(document * 250 + at)).join(" "),
  );
  expect(columnsIn(new SharedMemory(1), texts)).toEqual(columnsIn(ownMemory, texts));
});

test("a column that lies elsewhere is left to the loops in TypeScript", () => {
  const memory = new SharedMemory(1);
  let takes = 0;
  // As where the shared memory is full: every third piece comes from elsewhere.
  const full = new Proxy(memory, {
    get: (target, name) => {
      if (name === "take") return (bytes: number) => (takes++ % 3 === 0 ? ownMemory : target).take(bytes);
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  const texts = Array.from({ length: 60 }, (_, at) => `to be or not to be ${"a b c d e f ".repeat(at % 5)} w${at}`);
  expect(columnsIn(full, texts)).toEqual(columnsIn(ownMemory, texts));
  expect(takes).toBeGreaterThan(30);
});

test("where no memory is shared there are the loops in TypeScript", () => {
  expect(ngramLoops(ownMemory)).toBe(PLAIN_LOOPS);
  expect(ngramLoops(SharedMemory.at(null))).toBe(PLAIN_LOOPS);
  expect([...int32(SharedMemory.at(null), 2)]).toEqual([0, 0]);
});
