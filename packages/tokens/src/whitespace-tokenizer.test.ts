import * as fc from "fast-check";
import { expect, test } from "vitest";
import { whitespaceTokenizer } from "./whitespace-tokenizer.ts";

test("whitespaceTokenizer() splits at white space and nowhere else", () => {
  expect(whitespaceTokenizer().tokenize(" A  cat,\tasleep .\n\u00a0ok\u3000\u2028")).toEqual([
    "a",
    "cat,",
    "asleep",
    ".",
    "ok",
  ]);
});

test("whitespaceTokenizer() keeps case when asked, and says so in its name", () => {
  const tokenizer = whitespaceTokenizer({ keepCase: true });
  expect(tokenizer.tokenize("A cat")).toEqual(["A", "cat"]);
  expect([whitespaceTokenizer().name, tokenizer.name]).toEqual(["whitespace", "whitespace+keep-case"]);
});

test("whitespaceTokenizer() keeps lone surrogates apart", () => {
  expect(whitespaceTokenizer().tokenize("\ud800 \ud801")).toEqual(["\ud800", "\ud801"]);
});

test("whitespaceTokenizer() equals a split of the composed text", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "B", "e\u0301", " ", "\n", "\u00a0", "😀", "."), maxLength: 30 });
  fc.assert(
    fc.property(text, (given) => {
      const expected = given
        .normalize("NFC")
        .split(/\s+/)
        .filter((token) => token !== "");
      expect(whitespaceTokenizer({ keepCase: true }).tokenize(given)).toEqual(expected);
    }),
  );
});

test("separates at exactly what a regular expression calls white space", () => {
  const separates = (code: number): boolean => {
    const text = `a${String.fromCharCode(code)}b`;
    return [...whitespaceTokenizer({ keepCase: true }).tokenize(text)].length === 2;
  };
  const codes = Array.from({ length: 0xd800 }, (_, code) => code);
  const expected = codes.filter((code) => /\s/.test(String.fromCharCode(code)));
  expect(codes.filter(separates)).toEqual(expected);
  expect(separates(0xfeff)).toBe(true);
});
