import * as fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { CodeUnits } from "./code-units.ts";
import { Column } from "./column.ts";
import { internText } from "./intern-text.ts";
import { ownMemory } from "./memory.ts";
import { TokenCorpusBuilder } from "./token-corpus-builder.ts";
import { SharedMemory } from "./shared-memory.ts";
import type { ColumnOptions } from "./token-columns.ts";
import type { TokenCorpus } from "./token-corpus.ts";
import { Vocabulary } from "./vocabulary.ts";
import { EMPTY_HASH, hashUnit, wordHash } from "./word-hash.ts";
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
  const kernel = withKernel ? WordKernel.for(ownMemory) : null;
  if (withKernel && kernel === null) throw new Error("the tests need SIMD");
  const units = new CodeUnits();
  if (kernel !== null) {
    vocabulary.moveTo(kernel.memory);
    units.moveTo(kernel.memory);
  }
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

/** The columns of texts that a builder is given one by one. */
function build(texts: readonly string[], options: ColumnOptions = {}): TokenCorpus {
  const builder = new TokenCorpusBuilder(options);
  for (const each of texts) builder.add(each);
  return builder.finish();
}

/** The columns of texts without WebAssembly. */
function buildPlain(texts: readonly string[]): TokenCorpus {
  vi.stubGlobal("WebAssembly", undefined);
  const corpus = build(texts);
  vi.unstubAllGlobals();
  return corpus;
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

test("a table of words grows in the memory of the kernel and keeps every id", () => {
  const texts = Array.from({ length: 40 }, (_, part) =>
    Array.from({ length: 5000 }, (_each, index) => `w${((part * 5000 + index) * 7919) % 60_000}`).join(" "),
  );
  expect(bothWays(texts, false)).toEqual(cutTwice(texts, false));
  expect(new Set(internAll(texts, false, true).flat()).size).toBe(60_000);
});

test("a word that the kernel leaves to others may be the one that there is no room for", () => {
  for (let words = 2040; words < 2056; words++) {
    const known = Array.from({ length: words }, (_, at) => `w${at}`);
    const builder = new TokenCorpusBuilder({ memory: new SharedMemory(1) });
    for (const added of [known.join(" "), "中文", "last"]) builder.add(added);
    const { vocabulary, tokens } = builder.finish();
    expect(vocabulary).toEqual([...known, "中文", "last"]);
    expect(tokens).toEqual(Int32Array.from(vocabulary.keys()));
  }
});

test("a builder that takes the kernel up on its way gives the corpus that it gives without WebAssembly", () => {
  const texts = Array.from({ length: 300 }, (_, document) =>
    Array.from({ length: 100 }, (_each, index) => `Token${(document * index) % 977}’s 3.${document % 10}`).join(", "),
  );
  expect(build(texts)).toEqual(buildPlain(texts));
});

test("a builder whose columns lie in a shared memory gives the corpus that it gives without WebAssembly", () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 6 }), (texts) => {
      expect(build(texts, { memory: new SharedMemory(1) })).toEqual(buildPlain(texts));
    }),
    { numRuns: 500 },
  );
});

test("words of one length that have one hash are two", () => {
  const byHash = new Map<number, string>();
  const pairs: string[] = [];
  for (let number = 0; pairs.length < 2; number++) {
    const word = `a_long_word_${number.toString(36).padStart(5, "0")}`;
    const hash = wordHash(Array.from(word).reduce((so, letter) => hashUnit(so, letter.charCodeAt(0)), EMPTY_HASH));
    const other = byHash.get(hash);
    if (other !== undefined) pairs.push(other, word);
    byHash.set(hash, word);
  }
  const texts = [pairs.join(" "), pairs.toReversed().join(" ")];
  expect(bothWays(texts, false)).toEqual(cutTwice(texts, false));
});

const word = (at: number): string => (at % 9 === 0 ? `слово${at % 400}` : `${"long".repeat(at % 5)}w${at % 7000}`);
const manyWords = Array.from({ length: 30 }, (_, document) =>
  Array.from({ length: 40 * document }, (_each, at) => word(document * 1000 + at)).join(" "),
);

test("addresses behind the first two gigabytes are what they are", () => {
  const memory = new SharedMemory(2 ** 31 + 2 ** 20);
  memory.take(2 ** 31);
  const corpus = build(manyWords, { memory });
  expect(memory.holds(corpus.tokens) && corpus.tokens.byteOffset > 2 ** 31).toBe(true);
  expect(corpus).toEqual(buildPlain(manyWords));
});

test("where a shared memory comes to its end, the corpus goes on elsewhere", () => {
  const expected = buildPlain(manyWords);
  const pieces: number[] = [];
  for (let last = 0; pieces.length < 2 || pieces.at(-1) !== pieces.at(-2); last++) {
    const memory = new SharedMemory(1);
    const take = memory.take.bind(memory);
    let taken = 0;
    vi.spyOn(memory, "take").mockImplementation((bytes) =>
      taken++ < last ? take(bytes) : new Uint8Array(new SharedArrayBuffer(bytes)),
    );
    expect(build(manyWords, { memory })).toEqual(expected);
    pieces.push(Math.min(taken, last));
  }
  expect(pieces.length).toBeGreaterThan(15);
});
