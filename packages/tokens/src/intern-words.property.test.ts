import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CodeUnits } from "./code-units.ts";
import { internWords } from "./intern-words.ts";
import { tokenCorpus } from "./token-corpus.ts";
import type { Tokenizer } from "./tokenizer.ts";
import { Vocabulary } from "./vocabulary.ts";
import { WordSpelling } from "./word-spelling.ts";
import { wordTokenizer } from "./word-tokenizer.ts";

/** The same tokens without the way of word tokenizers, as only the tokenizer itself takes it. */
const plain = (tokenizer: Tokenizer): Tokenizer => ({ ...tokenizer });

const ascii = [" ", ".", ",", "'", "_", "-", "A", "b", "Z", "0", "9", "\n", "\0", "it's", "3.14", "__", "a_'b"];
const simple = [
  "é",
  "É",
  "’",
  "“",
  "я",
  "Σ",
  "ς",
  "ß",
  "ẞ",
  "Å",
  "²",
  "٣",
  "ע",
  "\u200d",
  "\u200c",
  "\u00a0",
  "…",
  "\u037e",
  "a’s",
];
const involved = [
  "\u0301",
  "İ",
  "中",
  "ไ",
  "한",
  "\u1100",
  "\u1161",
  "\u11a8",
  "😀",
  "𝅗𝅥",
  "𝒜",
  "𐐀",
  "\ud835",
  "\udc00",
  "‿",
  "अ",
  "\u0947",
  "\u0338",
];
const text = fc
  .oneof(
    fc.array(fc.constantFrom(...ascii)),
    fc.array(fc.constantFrom(...ascii, ...simple)),
    fc.array(fc.constantFrom(...ascii, ...simple, ...involved)),
    fc.array(fc.string({ unit: "binary", maxLength: 3 })),
  )
  .map((parts) => parts.join(""));

describe.each([false, true])("internWords() with keepCase %s", (keepCase) => {
  const tokenizer = wordTokenizer({ keepCase });
  const spelling = new WordSpelling(keepCase);

  /** The words of a text and whether the way is open to all its characters. */
  function wordsOf(given: string): { readonly words: readonly string[]; readonly whole: boolean } {
    const units = new CodeUnits();
    units.readText(given);
    const vocabulary = new Vocabulary();
    const target = new Int32Array(given.length + 1);
    const end = internWords(units, given.length, { spelling, vocabulary, tokenizer }, target, 0);
    const words = vocabulary.words();
    return { words: end < 0 ? words : Array.from(target.subarray(0, end), (id) => words[id]), whole: end >= 0 };
  }

  test("finds the words that the tokenizer cuts, and gives up only after words that are certain", () => {
    fc.assert(
      fc.property(text, (given) => {
        const expected = [...tokenizer.tokenize(given)];
        const { words, whole } = wordsOf(given);
        expect(words).toEqual(whole ? expected : [...new Set(expected)].slice(0, words.length));
      }),
      { numRuns: 10_000 },
    );
  });

  test("gives corpora the columns that the tokenizer alone gives them", () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 8 }), (given) => {
        expect(tokenCorpus(given, { tokenizer })).toEqual(tokenCorpus(given, { tokenizer: plain(tokenizer) }));
      }),
      { numRuns: 2000 },
    );
  });

  test("reads every single code unit as the tokenizer does, alone and between letters and digits", () => {
    const differing: string[] = [];
    for (let unit = 0; unit < 0x10000; unit++) {
      const character = String.fromCharCode(unit);
      for (const given of [`a${character}a`, `1${character}1 Σ${character}`]) {
        const { words, whole } = wordsOf(given);
        if (whole && words.join("|") !== [...tokenizer.tokenize(given)].join("|")) differing.push(given);
      }
    }
    expect(differing).toEqual([]);
  });

  test("reads characters of two units as the tokenizer does: emoji, notes, letters, marks, and half of one", () => {
    const differing: string[] = [];
    const read = [];
    for (let code = 0x10000; code < 0x30000; code += code >= 0x1d100 && code < 0x1fb00 ? 1 : 37) {
      const character = String.fromCodePoint(code);
      const given = `a${character}b it'${character} 1,${character}2 ${character}${character}c${character[0]}`;
      for (const cut of [given, given.slice(0, -1)]) {
        const { words, whole } = wordsOf(cut);
        if (whole) read.push(code);
        if (whole && words.join("|") !== [...tokenizer.tokenize(cut)].join("|")) differing.push(cut);
      }
    }
    expect(differing).toEqual([]);
    expect(read.length).toBeGreaterThan(1000);
  });

  test("goes all the way in the letters of most alphabets, and in quotes and dashes", () => {
    for (const given of [
      "naïve café — “so it’s”…",
      "Привет, мир",
      "ΟΔΟΣ ΣΑΣ",
      "שלום עולם",
      "100 €",
      "Tiếng Việt",
      "ok 👍🏽👍!",
    ]) {
      expect([given, wordsOf(given).whole]).toEqual([given, true]);
    }
  });
});

test("no character that melts into the one before it has a spelling of its own", () => {
  const spelling = new WordSpelling(true);
  const seconds = new Set<number>();
  for (let code = 0; code < 0x110000; code++) {
    const parts = Array.from(String.fromCodePoint(code).normalize("NFD")).slice(1);
    for (const part of parts) if (part.length === 1) seconds.add(part.charCodeAt(0));
  }
  expect(seconds.size).toBeGreaterThan(100);
  expect([...seconds].filter((unit) => spelling.kindOf(unit) !== 255)).toEqual([]);
});
