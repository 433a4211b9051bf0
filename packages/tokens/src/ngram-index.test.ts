import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { generatedTexts } from "./fixtures/generated-texts.ts";
import { type NgramColumn, ngramIndex } from "./ngram-index.ts";
import { tokenCorpus } from "./token-corpus.ts";

/** N-grams counted under string keys, in order of first appearance. */
function bruteForceColumn(texts: readonly string[], order: number): NgramColumn {
  const corpus = tokenCorpus(texts);
  const numbers = new Map<string, number>();
  const counts: number[] = [];
  const ids: number[] = [];
  let total = 0;
  for (let document = 0; document < texts.length; document++) {
    const words = [...corpus.tokens.subarray(corpus.offsets[document], corpus.offsets[document + 1])];
    for (let end = 1; end <= words.length; end++) {
      if (end < order) {
        ids.push(-1);
        continue;
      }
      const key = words.slice(end - order, end).join(" ");
      const id = numbers.get(key) ?? numbers.size;
      numbers.set(key, id);
      counts[id] = (counts[id] ?? 0) + 1;
      ids.push(id);
      total++;
    }
  }
  return { order, ids: Int32Array.from(ids), counts: Uint32Array.from(counts), total };
}

describe("ngramIndex()", () => {
  test("equals counting under string keys, ids in order of first appearance", () => {
    fc.assert(
      fc.property(generatedTexts, fc.integer({ min: 1, max: 6 }), (texts, order) => {
        expect(ngramIndex(tokenCorpus(texts)).column(order)).toEqual(bruteForceColumn(texts, order));
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
        expect(ngramIndex(tokenCorpus(given)).column(order)).toEqual(bruteForceColumn(given, order));
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
        expect(ngramIndex(tokenCorpus(texts)).column(order)).toEqual(bruteForceColumn(texts, order));
      }),
      { numRuns: 500 },
    );
  });

  test("equals it on a text of some length", () => {
    const texts = Array.from({ length: 300 }, (_, document) =>
      Array.from({ length: 60 }, (__, at) => `w${(document * 31 + at * at) % 97}`).join(" "),
    );
    for (let order = 1; order <= 5; order++) {
      expect(ngramIndex(tokenCorpus(texts)).column(order)).toEqual(bruteForceColumn(texts, order));
    }
  });

  test("never counts across documents", () => {
    const { counts, total } = ngramIndex(tokenCorpus(["a b", "c", "", "a b"])).column(2);
    expect({ counts: [...counts], total }).toEqual({ counts: [2], total: 2 });
  });

  test("is empty for orders longer than every document, and for no documents", () => {
    const index = ngramIndex(tokenCorpus(["a b", "c"]));
    expect(index.column(9).counts).toHaveLength(0);
    expect(index.column(9).ids).toEqual(Int32Array.of(-1, -1, -1));
    expect(ngramIndex(tokenCorpus([])).column(3).total).toBe(0);
  });

  test("computes a column once", () => {
    const index = ngramIndex(tokenCorpus(["a b c"]));
    expect(index.column(3)).toBe(index.column(3));
  });

  test("names the tokens of an n-gram", () => {
    const index = ngramIndex(tokenCorpus(["a b c", "b c d"]));
    expect(index.tokensOf(2, 1)).toEqual(["b", "c"]);
    expect(index.tokensOf(3, 1)).toEqual(["b", "c", "d"]);
    expect(() => index.tokensOf(2, 3)).toThrow(RangeError);
  });

  test.each([0, -1, 1.5, Number.NaN])("refuses order %d", (order) => {
    expect(() => ngramIndex(tokenCorpus(["a"])).column(order)).toThrow(RangeError);
  });
});
