import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldCase, normalizeText } from "./normalize-text.ts";

describe("foldCase()", () => {
  test("writes every sigma the same, so that a word is one type wherever it stands", () => {
    expect(foldCase("ΟΔΟΣ")).toBe("οδοσ");
    expect(foldCase("οδός")).toBe("οδόσ");
  });

  test("knows no locale: I is i also in Turkish text", () => {
    expect(foldCase("ISPARTA")).toBe("isparta");
    expect(foldCase("ı")).toBe("ı");
  });

  test("leaves ß and ss two", () => {
    expect(foldCase("Straße")).toBe("straße");
    expect(foldCase("STRASSE")).toBe("strasse");
  });
});

describe("normalizeText()", () => {
  test("composes, whether it keeps case or not", () => {
    expect(normalizeText("E\u0301", true)).toBe("É");
    expect(normalizeText("E\u0301", false)).toBe("é");
  });

  test("is NFC for any text without absurd runs of marks", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 30 }), (text) => {
        expect(normalizeText(text, true)).toBe(text.normalize("NFC"));
      }),
      { numRuns: 2000 },
    );
  });

  test("composes thirty marks on a letter, and interrupts a longer run", () => {
    const marks = "\u0316\u0301".repeat(15);
    expect(normalizeText(`a${marks}`, true)).toBe(`a${marks}`.normalize("NFC"));
    expect(normalizeText(`a${marks}\u0316`, true)).toBe(`${`a${marks}`.normalize("NFC")}\u034f\u0316`);
  });

  test("takes a letter with 300,000 marks in its stride, which composing in one go does not", () => {
    const text = `a${"\u0301\u0316".repeat(150_000)}`;
    expect(normalizeText(text, false).length).toBeGreaterThan(text.length);
  });
});
