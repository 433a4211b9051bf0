import * as fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { CodeUnits } from "./code-units.ts";
import { internText } from "./intern-text.ts";
import { TokenCorpusBuilder } from "./token-corpus-builder.ts";
import { Vocabulary } from "./vocabulary.ts";
import { PIECE, WordKernel } from "./word-kernel.ts";
import { WordSpelling } from "./word-spelling.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

interface Interned {
  /** Of each text; `null` where its words hang on more than units. */
  readonly ids: readonly (readonly number[] | null)[];
  readonly words: readonly string[];
}

/** The ids of the words of texts, one after the other in one vocabulary, with the kernel or without. */
function internAll(texts: readonly string[], keepCase: boolean, withKernel: boolean): Interned {
  const vocabulary = new Vocabulary();
  const spelling = new WordSpelling(keepCase);
  const kernel = withKernel ? WordKernel.for(vocabulary) : null;
  if (withKernel && kernel === null) throw new Error("the tests need SIMD");
  const units = new CodeUnits();
  const ids = texts.map((text) => {
    units.readText(text);
    const target = new Int32Array(text.length + 1);
    const end = internText(units, { spelling, vocabulary }, kernel, target, 0);
    return end < 0 ? null : [...target.subarray(0, end)];
  });
  return { ids, words: vocabulary.words() };
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
const rare = fc.constantFrom("é", "É", "’", "“", "я", "ẞ", "\u00a0", "\u0301", "中", "😀", "\ud835", "e\u0301");
const mixed = fc
  .array(fc.oneof({ weight: 20, arbitrary: ascii }, { weight: 1, arbitrary: rare }), { maxLength: 200 })
  .map((parts) => parts.join(""));
const text = fc.oneof(
  fc.array(ascii, { maxLength: 60 }).map((parts) => parts.join("")),
  mixed,
  fc.array(fc.string({ unit: "binary", maxLength: 3 })).map((parts) => parts.join("")),
);

describe.each([false, true])("internText() with keepCase %s", (keepCase) => {
  test("gives the same ids with the kernel and without, one text after the other", () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 6 }), (texts) => {
        expect(internAll(texts, keepCase, true)).toEqual(internAll(texts, keepCase, false));
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
    expect(internAll(texts, keepCase, true)).toEqual(internAll(texts, keepCase, false));
  });

  test("reads a long text alike, wherever a piece of it ends", () => {
    const endings = ["it's over", "don't", "3.14", "1,000", "__", "_a_", "word", "’s", "naïve", " ", "'", "x"];
    for (const ending of endings) {
      for (let before = PIECE - 20; before <= PIECE + 2; before++) {
        const texts = [`${"ab cd ".repeat(PIECE).slice(0, before)}${ending} and more, ${"z".repeat(PIECE + 5)} end`];
        expect(internAll(texts, keepCase, true)).toEqual(internAll(texts, keepCase, false));
      }
    }
  });
});

test("a table of short words grows in the memory of the kernel and keeps every id", () => {
  const texts = Array.from({ length: 40 }, (_, part) =>
    Array.from({ length: 5000 }, (_each, index) => `w${((part * 5000 + index) * 7919) % 60_000}`).join(" "),
  );
  const withKernel = internAll(texts, false, true);
  expect(withKernel).toEqual(internAll(texts, false, false));
  expect(withKernel.words.length).toBe(60_000);
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
