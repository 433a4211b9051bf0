import * as fc from "fast-check";
import { expect, test } from "vitest";
import { wordTokenizer } from "./word-tokenizer.ts";

const tokenizer = wordTokenizer();
const words = (text: string): readonly string[] => [...tokenizer.tokenize(text)];

/** The stated rules once more, as one expression over a normalized text without unspaced scripts. */
const RULES =
  /[\p{L}\p{N}\p{Pc}](?:[\p{L}\p{M}\p{N}\p{Pc}]|(?<=\p{L}\p{M}*)['\u200c\u200d](?=\p{L})|(?<=\p{N}\p{M}*)[.,](?=\p{N}))*/gu;

const ascii = ["a", "B", "z", "0", "9", "'", ".", ",", "_", " ", "-", "\n"];
const beyond = [
  "’",
  "é",
  "É",
  "\u0301",
  "я",
  "Σ",
  "ß",
  "İ",
  "ع",
  "अ",
  "\u0947",
  "한",
  "𝒜",
  "𐐀",
  "²",
  "😀",
  "❤",
  "\ufe0f",
];
const rare = ["\u200c", "\u200d", "\u00ad", "\ufeff", "\ud83d", "\ude00", "‿", "\0"];
const text = fc
  .array(fc.constantFrom(...ascii, ...ascii, ...beyond, ...rare), { maxLength: 25 })
  .map((parts) => parts.join(""));

test("wordTokenizer() follows its stated rules", () => {
  fc.assert(
    fc.property(text, (given) => {
      const expected = tokenizer.normalize(given).match(RULES) ?? [];
      expect(words(given)).toEqual(expected.filter((word) => /[\p{L}\p{N}]/u.test(word)));
    }),
    { numRuns: 10_000 },
  );
});

test("wordTokenizer() reads ASCII the same beside text that is not", () => {
  const plain = fc.array(fc.constantFrom(...ascii), { maxLength: 25 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(plain, (given) => {
      expect(words(`${given} 𝒜ж`)).toEqual([...words(given), "𝒜ж"]);
    }),
    { numRuns: 2000 },
  );
});

test("wordTokenizer() gives composed and decomposed text the same words", () => {
  fc.assert(
    fc.property(text, (given) => {
      expect(words(given.normalize("NFD"))).toEqual(words(given.normalize("NFC")));
    }),
    { numRuns: 5000 },
  );
});

test("wordTokenizer() gives every composed character the words of its decomposition", () => {
  const differing = Array.from({ length: 0x110000 }, (_, code) => String.fromCodePoint(code)).filter(
    (character) => character.normalize("NFD") !== character,
  );
  expect(differing.length).toBeGreaterThan(13_000);
  for (const character of differing) {
    const [composed, decomposed] = [`x${character}y`.normalize("NFC"), `x${character}y`.normalize("NFD")];
    expect(words(decomposed)).toEqual(words(composed));
  }
});

test("wordTokenizer() emits spans in order, not empty, within the normalized text, any text given", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 40 }), (given) => {
      const normalized = tokenizer.normalize(given);
      const spans: string[] = [];
      let previous = 0;
      tokenizer.spans(normalized, (start, end) => {
        expect(start).toBeGreaterThanOrEqual(previous);
        expect(end).toBeGreaterThan(start);
        previous = end;
        spans.push(normalized.slice(start, end));
      });
      expect(previous).toBeLessThanOrEqual(normalized.length);
      expect(words(given)).toEqual(spans);
    }),
    { numRuns: 3000 },
  );
});
