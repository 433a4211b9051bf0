import * as fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { CodeUnits } from "./code-units.ts";
import { Column } from "./column.ts";
import { internText } from "./intern-text.ts";
import { TokenCorpusBuilder } from "./token-corpus-builder.ts";
import { Vocabulary } from "./vocabulary.ts";
import { PIECE, WordKernel } from "./word-kernel.ts";
import { WordSpelling } from "./word-spelling.ts";
import { wordTokenizer } from "./word-tokenizer.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

/** The words of texts, one after the other in one vocabulary, with the kernel or without. */
function internAll(texts: readonly string[], keepCase: boolean, withKernel: boolean): readonly string[][] {
  const vocabulary = new Vocabulary();
  const ids = { spelling: new WordSpelling(keepCase), vocabulary, tokenizer: wordTokenizer({ keepCase }) };
  const kernel = withKernel ? WordKernel.for(vocabulary) : null;
  if (withKernel && kernel === null) throw new Error("the tests need SIMD");
  const units = new CodeUnits();
  const found = texts.map((text) => {
    units.readText(text);
    const tokens = new Column((length) => new Int32Array(length));
    internText(units, ids, kernel, tokens);
    return tokens.view();
  });
  const words = vocabulary.words();
  // Ids are given in order of first appearance, and to no word that is none.
  expect([...new Set(found.flatMap((tokens) => [...tokens]))]).toEqual([...words.keys()]);
  return found.map((tokens) => Array.from(tokens, (id) => words[id]));
}

/** The words of texts, found with the kernel and without. */
const bothWays = (texts: readonly string[], keepCase: boolean): readonly (readonly string[][])[] =>
  [true, false].map((withKernel) => internAll(texts, keepCase, withKernel));

/** What the tokenizer makes of the same texts, as strings: twice, as there are two ways. */
function cutTwice(texts: readonly string[], keepCase: boolean): readonly (readonly string[][])[] {
  const words = texts.map((text) => [...wordTokenizer({ keepCase }).tokenize(text)]);
  return [words, words];
}

const ascii = fc.constantFrom(
  ...Array.from(" .,'_-AbZ09\n\0"),
  "it's",
  "3.14",
  "__",
  "a_'b",
  "o'",
  "twelve_chars",
  "thirteenchars",
  "seventeen_letters",
  "AVeryLongWordThatIsLongerThanAnyChunk",
);
const latin = fc.constantFrom("é", "É", "ÿ", "Ÿ", "ª", "µ", "’", "“", "—", "€", "\u00a0", "\u212a", "ẞ");
const rare = fc.constantFrom("я", "İ", "²", "½", "٣", "\u200d", "\u0301", "\u1100", "中", "😀", "\ud835", "e\u0301");
const mixed = fc
  .array(fc.oneof({ weight: 40, arbitrary: ascii }, { weight: 10, arbitrary: latin }, { weight: 1, arbitrary: rare }), {
    maxLength: 200,
  })
  .map((parts) => parts.join(""));
const text = fc.oneof(
  fc.array(ascii, { maxLength: 60 }).map((parts) => parts.join("")),
  mixed,
  fc.array(fc.string({ unit: "binary", maxLength: 3 })).map((parts) => parts.join("")),
);

describe.each([false, true])("internText() with keepCase %s", (keepCase) => {
  test("finds the words that the tokenizer cuts, with the kernel and without, one text after the other", () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 6 }), (texts) => {
        expect(bothWays(texts, keepCase)).toEqual(cutTwice(texts, keepCase));
      }),
      { numRuns: 3000 },
    );
  });

  test("reads every pair of ASCII characters alike, at any place of a chunk and of a block", () => {
    const texts: string[] = [];
    for (let first = 0; first < 0x80; first++) {
      for (let second = 0; second < 0x80; second++) {
        const pair = String.fromCharCode(first, second);
        texts.push(`${"x".repeat(first % 3)}${" ".repeat((first * 5 + second) % 67)}a${pair}b 1${pair}2 ${pair}`);
      }
    }
    expect(bothWays(texts, keepCase)).toEqual(cutTwice(texts, keepCase));
  });

  test("reads every character beside letters, digits and joiners alike, at any place of a chunk", () => {
    const texts: string[] = [];
    // All of Latin and punctuation, and some of each block beyond.
    for (let unit = 0; unit < 0x10000; unit += unit < 0x2200 ? 1 : 23) {
      const it = String.fromCharCode(unit);
      texts.push(`${" ".repeat(unit % 17)}a${it}b'${it} ${it}’s 1,${it}2.${it} ${it}${it} _${it}`);
    }
    expect(bothWays(texts, keepCase)).toEqual(cutTwice(texts, keepCase));
  });

  test("reads text whose words hang on their neighbours as the tokenizer does, a little or a lot of it", () => {
    for (const word of ["न\u092e\u0938\u094d\u0924\u0947", "日本語の文", "ภาษาไทย", "e\u0301te\u0301", "👩\u200d🚀"]) {
      const much = `${`${word} `.repeat(300)}${word.repeat(200)}\n`;
      const texts = [
        `one ${word}, two-${word}!`,
        `${"plain text, ".repeat(100)}${word}'s ${"x".repeat(99)}`,
        much,
        `${much}end ${much}`,
      ];
      expect(bothWays(texts, keepCase)).toEqual(cutTwice(texts, keepCase));
    }
  });

  test("reads a long text alike, wherever a piece of it ends", () => {
    const endings = [
      "it's over",
      "don't",
      "3.14",
      "1,000",
      "__",
      "_a_",
      "word",
      "’s",
      "l’é",
      "naïve",
      "é",
      "я",
      " ",
      "'",
      "x",
    ];
    for (const ending of endings) {
      for (let before = PIECE - 20; before <= PIECE + 2; before++) {
        const texts = [`${"ab cd ".repeat(PIECE).slice(0, before)}${ending} and more, ${"z".repeat(PIECE + 5)} end`];
        expect(bothWays(texts, keepCase)).toEqual(cutTwice(texts, keepCase));
      }
    }
  });
});

test("a table of short words grows in the memory of the kernel and keeps every id", () => {
  const texts = Array.from({ length: 40 }, (_, part) =>
    Array.from({ length: 5000 }, (_each, index) => `w${((part * 5000 + index) * 7919) % 60_000}`).join(" "),
  );
  expect(bothWays(texts, false)).toEqual(cutTwice(texts, false));
  expect(new Set(internAll(texts, false, true).flat()).size).toBe(60_000);
});

test("a builder that takes the kernel up on its way gives the corpus that it gives without WebAssembly", () => {
  const texts = Array.from({ length: 300 }, (_, document) =>
    Array.from({ length: 100 }, (_each, index) => `Token${(document * index) % 977}’s 3.${document % 10}`).join(", "),
  );
  const build = (): TokenCorpusBuilder => {
    const builder = new TokenCorpusBuilder();
    for (const each of texts) builder.add(each);
    return builder;
  };
  const corpus = build().finish();
  vi.stubGlobal("WebAssembly", undefined);
  expect(corpus).toEqual(build().finish());
});
