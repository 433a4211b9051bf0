import { describe, expect, test } from "vitest";
import { asciiText, visibleLine, visibleText } from "./visible-text.ts";

describe("visibleText()", () => {
  test.each([
    ["\x1b[31m", "\\x1b[31m"],
    ["a\rb", "a\\rb"],
    ["\u202egnp", "\\u202egnp"],
    ["\u2066x\u2069", "\\u2066x\\u2069"],
    ["zero\u200bwidth", "zero\\u200bwidth"],
    ["\ud83d", "\\ud83d"],
    ["\u{e0041}", "\\u{e0041}"],
    ["\x9b", "\\x9b"],
    ["::error::x", "\\x3a:error::x"],
    ["a ::add-mask::x", "a \\x3a:add-mask::x"],
    ["a ##[group]x", "a \\x23#[group]x"],
    ["##vso[task.complete]", "\\x23#vso[task.complete]"],
  ])("shows %j as its code", (text, shown) => {
    expect(visibleText(text)).toBe(shown);
  });

  test("leaves what can be seen alone: scripts, accents, emoji", () => {
    const seen = "naïve 日本語 ไทย עברית e\u0301 👍🏽 “quotes” std::vector f :: Int ## Title";
    expect(visibleText(seen)).toBe(seen);
  });
});

describe("visibleLine()", () => {
  test("makes one line of many, and still shows a lone carriage return", () => {
    expect(visibleLine("  one\r\ntwo\n\n\tthree\rfour  ")).toBe("one two three\\rfour");
  });
});

describe("asciiText()", () => {
  test("writes typographic signs as typewriters did and all else as codes", () => {
    expect(asciiText("−5 … 日")).toBe("-5 ... \\u65e5");
  });
});
