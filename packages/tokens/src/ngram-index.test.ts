import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { generatedTexts } from "./fixtures/generated-texts.ts";
import type { NgramColumn } from "./ngram-column.ts";
import { ngramIndex } from "./ngram-index.ts";
import { SharedMemory } from "./shared-memory.ts";
import { tokenCorpus } from "./token-corpus.ts";

/** The words of each document, as one string for each n-gram of an order. */
function ngramsOf(texts: readonly string[], order: number): string[][] {
  const { tokens, offsets } = tokenCorpus(texts);
  return texts.map((_, document) => {
    const words = [...tokens.subarray(offsets[document], offsets[document + 1])];
    return words.slice(order - 1).map((__, at) => words.slice(at, at + order).join(" "));
  });
}

const tally = (keys: readonly string[]): ReadonlyMap<string, number> =>
  keys.reduce((counts, key) => counts.set(key, (counts.get(key) ?? 0) + 1), new Map<string, number>());

/** N-grams counted under string keys, in order of first appearance. */
function bruteForceColumn(texts: readonly string[], order: number): NgramColumn {
  const documents = ngramsOf(texts, order);
  const { offsets } = tokenCorpus(texts);
  const counts = tally(documents.flat());
  const numbers = new Map<string, number>();
  const ids = new Int32Array(offsets[texts.length]).fill(-1);
  const repeats: number[] = [];
  let once = 0;
  for (const [document, keys] of documents.entries()) {
    for (const [at, key] of keys.entries()) {
      const position = offsets[document] + order - 1 + at;
      if (keys.indexOf(key) < at) repeats.push(position);
      if (order > 1 && counts.get(key) === 1) ids[position] = -1 - ++once;
      else {
        if (!numbers.has(key)) numbers.set(key, numbers.size);
        ids[position] = numbers.get(key) ?? -1;
      }
    }
  }
  const holders = tally(documents.flatMap((keys) => [...new Set(keys)]));
  const listed = [...numbers.keys()];
  return {
    order,
    ids,
    counts: Uint32Array.from(listed, (key) => counts.get(key) ?? 0),
    documentFrequencies: Uint32Array.from(listed, (key) => holders.get(key) ?? 0),
    once,
    total: documents.flat().length,
    repeats: Int32Array.from(repeats),
    exclusive: Uint32Array.from(documents, (keys) => [...new Set(keys)].filter((key) => holders.get(key) === 1).length),
  };
}

/** The column of an index, its n-grams that occur once numbered as brute force does; they must differ. */
function columnOf(texts: readonly string[], order: number): NgramColumn {
  const column = ngramIndex(tokenCorpus(texts)).column(order);
  const single = [...new Set(column.ids.filter((id) => id < -1))];
  const numbers = new Map(single.map((id, at) => [id, -2 - at]));
  return { ...column, ids: column.ids.map((id) => numbers.get(id) ?? id) };
}

describe("ngramIndex()", () => {
  test("equals counting under string keys, ids in order of first appearance", () => {
    fc.assert(
      fc.property(generatedTexts, fc.integer({ min: 1, max: 6 }), (texts, order) => {
        expect(columnOf(texts, order)).toEqual(bruteForceColumn(texts, order));
      }),
      { numRuns: 2000 },
    );
  });

  test("equals it too where most n-grams occur once, which are not looked up", () => {
    const word = fc.nat(40).map((number) => `w${number}`);
    const texts = fc.array(
      fc.array(word, { maxLength: 30 }).map((words) => words.join(" ")),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(texts, fc.integer({ min: 2, max: 5 }), (given, order) => {
        expect(columnOf(given, order)).toEqual(bruteForceColumn(given, order));
      }),
      { numRuns: 500 },
    );
  });

  test("equals it where passages are copied in pieces, over the ends of documents too", () => {
    const passage = Array.from({ length: 40 }, (_, at) => `w${(at * at) % 23}`);
    const piece = fc
      .tuple(fc.nat(39), fc.integer({ min: 1, max: 30 }))
      .map(([from, length]) => passage.slice(from, from + length).join(" "));
    const text = fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join(" "));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 8 }), fc.integer({ min: 2, max: 5 }), (texts, order) => {
        expect(columnOf(texts, order)).toEqual(bruteForceColumn(texts, order));
      }),
      { numRuns: 500 },
    );
  });

  test("equals it on a text of some length", () => {
    const texts = Array.from({ length: 300 }, (_, document) =>
      Array.from({ length: 60 }, (__, at) => `w${(document * 31 + at * at) % 97}`).join(" "),
    );
    for (let order = 1; order <= 5; order++) {
      expect(columnOf(texts, order)).toEqual(bruteForceColumn(texts, order));
    }
  });

  test("never counts across documents", () => {
    const { counts, documentFrequencies, total } = ngramIndex(tokenCorpus(["a b", "c", "", "a b"])).column(2);
    expect({ counts: [...counts], held: [...documentFrequencies], total }).toEqual({
      counts: [2],
      held: [2],
      total: 2,
    });
  });

  test("is empty for orders longer than every document, and for no documents", () => {
    const index = ngramIndex(tokenCorpus(["a b", "c"]));
    expect(index.column(9).counts).toHaveLength(0);
    expect(index.column(9).ids).toEqual(Int32Array.of(-1, -1, -1));
    expect(ngramIndex(tokenCorpus([])).column(3).total).toBe(0);
  });

  test("takes columns that are known, and the memory it is given", () => {
    const corpus = tokenCorpus(["a b c a b", "b c a b"]);
    const index = ngramIndex(corpus, { memory: new SharedMemory(1) });
    const known = [1, 2].map((order) => index.column(order));
    expect(known[1].ids.buffer).toBeInstanceOf(SharedArrayBuffer);
    const other = ngramIndex(corpus, { known });
    expect(other.column(2)).toBe(known[1]);
    expect(other.column(3)).toEqual(ngramIndex(corpus).column(3));
  });

  test("computes a column once", () => {
    const index = ngramIndex(tokenCorpus(["a b c"]));
    expect(index.column(3)).toBe(index.column(3));
  });

  test("names the tokens of an n-gram", () => {
    const index = ngramIndex(tokenCorpus(["a b c", "a b c d"]));
    expect(index.tokensOf(2, 1)).toEqual(["b", "c"]);
    expect(index.tokensOf(3, 0)).toEqual(["a", "b", "c"]);
    expect(() => index.tokensOf(2, 3)).toThrow(RangeError);
    expect(() => index.tokensOf(2, -2)).toThrow(RangeError);
  });

  test.each([0, -1, 1.5, Number.NaN])("refuses order %d", (order) => {
    expect(() => ngramIndex(tokenCorpus(["a"])).column(order)).toThrow(RangeError);
  });
});
