import { ngramIndex, tokenCorpus } from "@corpulse/tokens";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type RepeatedNgram, repeatedNgrams } from "./repeated-ngrams.ts";

const repeatedIn = (texts: readonly string[]): readonly RepeatedNgram[] =>
  repeatedNgrams(ngramIndex(tokenCorpus(texts)));
const phrases = (texts: readonly string[]): string[] => repeatedIn(texts).map(({ tokens }) => tokens.join(" "));

describe("repeatedNgrams()", () => {
  test("finds the least widespread phrase where there are fewer repeated 4-grams than it looks at", () => {
    const passage = (name: string, length: number): string =>
      Array.from({ length }, (_, at) => `${name}${at}`).join(" ");
    const texts = [
      ...Array.from({ length: 3 }, () => passage("x", 243)),
      ...Array.from({ length: 2 }, () => passage("y", 143)),
      ...Array.from({ length: 2 }, () => passage("z", 13)),
    ];
    expect(phrases(texts)).toContain(passage("z", 13));
  });

  test("lists a template once, whole, with its documents and occurrences", () => {
    const texts = ["sand", "rain", "wind"].map((topic) => `${topic} first. Write a short poem about ${topic}, please.`);
    expect(repeatedIn([...texts, `${texts[0]} Write a short poem about sand`])).toEqual([
      { order: 6, tokens: ["first", "write", "a", "short", "poem", "about"], count: 4, documents: 4 },
    ]);
  });

  test("puts the phrase of the most documents first, and of equal ones the first to appear", () => {
    const texts = [
      "one two three four x",
      "five six seven eight y",
      "nine ten eleven twelve z",
      "nine ten eleven twelve q",
      "one two three four r",
      "five six seven eight s",
      "five six seven eight t",
    ];
    expect(phrases(texts)).toEqual(["five six seven eight", "one two three four", "nine ten eleven twelve"]);
  });

  test("counts a document once, however often it repeats the phrase", () => {
    const texts = ["a b c d x a b c d y a b c d", "q a b c d r"];
    expect(repeatedIn(texts)).toEqual([{ order: 4, tokens: ["a", "b", "c", "d"], count: 4, documents: 2 }]);
  });

  test("does not list what one document repeats to itself, nor what is shorter than four words", () => {
    expect(repeatedIn(["a b c d a b c d a b c d", "x y z", "x y z"])).toEqual([]);
    expect(repeatedIn([])).toEqual([]);
  });

  test("keeps a phrase within 64 words and the list within ten", () => {
    const long = Array.from({ length: 90 }, (_, at) => `w${at}`).join(" ");
    const [first] = repeatedIn([long, long]);
    expect(first.order).toBe(64);
    const many = Array.from({ length: 30 }, (_, at) => `a${at} b${at} c${at} d${at}`);
    expect(repeatedIn([...many, ...many])).toHaveLength(10);
  });

  test("lists phrases of at least two documents that do not hold all but one word of another in a row", () => {
    const word = fc.constantFrom("a", "b", "c", "d", "e");
    const corpora = fc.array(fc.array(word, { maxLength: 15 }), { maxLength: 10 });
    fc.assert(
      fc.property(corpora, (documents) => {
        const texts = documents.map((words) => words.join(" "));
        for (const { tokens, order, documents: holding, count } of repeatedIn(texts)) {
          const phrase = ` ${tokens.join(" ")} `;
          expect(tokens).toHaveLength(order);
          expect(texts.filter((text) => ` ${text} `.includes(phrase))).toHaveLength(holding);
          expect(holding).toBeGreaterThanOrEqual(2);
          expect(count).toBeGreaterThanOrEqual(holding);
        }
        const listed = repeatedIn(texts).map(({ tokens }) => tokens.join(" "));
        expect(new Set(listed).size).toBe(listed.length);
      }),
    );
  });
});
