import { describe, expect, test } from "vitest";
import { codeSpan, plainText } from "./plain-text.ts";

describe("codeSpan()", () => {
  // CommonMark 0.31.2 §6.1 for fences and padding, GitHub Flavored Markdown §4.10 for pipes.
  test.each([
    ["data/a.jsonl", "`data/a.jsonl`"],
    ["a`b", "``a`b``"],
    ["`", "`` ` ``"],
    ["a|b", "`a\\|b`"],
    ["a\\|b", "`a\\x5c\\x7cb`"],
    ["a\nb", "`a\\nb`"],
    ["\u202e", "`\\u202e`"],
    ["", "` (empty) `"],
  ])("writes %j as %s", (text, span) => expect(codeSpan(text)).toBe(span));

  test("shortens what is long from its beginning", () => expect(codeSpan("x".repeat(500))).toHaveLength(163));
});

describe("plainText()", () => {
  test.each([
    ["[x](javascript:1)", "\\[x\\](javascript:1)"],
    ["@everyone #1", "@&#8288;everyone #&#8288;1"],
    ["https://evil", "https:&#8288;//evil"],
    ["www.evil", "www&#8288;.evil"],
    ["<img> & |", "&lt;img> &amp; \\|"],
  ])("writes %j as %s", (text, plain) => expect(plainText(text)).toBe(plain));
});
