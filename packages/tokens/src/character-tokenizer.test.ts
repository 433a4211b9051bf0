import * as fc from "fast-check";
import { expect, test } from "vitest";
import { characterTokenizer } from "./character-tokenizer.ts";

test("characterTokenizer() cuts into code points and takes a run of white space for one space", () => {
  expect(characterTokenizer().tokenize("  Hi \n\t 😀e\u0301 ")).toEqual(["h", "i", " ", "😀", "é"]);
});

test("characterTokenizer() keeps case when asked, and says so in its name", () => {
  const tokenizer = characterTokenizer({ keepCase: true });
  expect(tokenizer.tokenize("Hi")).toEqual(["H", "i"]);
  expect([characterTokenizer().name, tokenizer.name]).toEqual(["characters", "characters+keep-case"]);
});

test("characterTokenizer() finds nothing in white space", () => {
  expect(characterTokenizer().tokenize(" \n ")).toEqual([]);
});

test("characterTokenizer() loses nothing but white space, any text given", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 30 }), (given) => {
      const expected = Array.from(given.normalize("NFC").trim().replaceAll(/\s+/g, " "));
      expect(characterTokenizer({ keepCase: true }).tokenize(given)).toEqual(expected);
    }),
  );
});
