import { describe, expect, test } from "vitest";
import { displayWidth, truncate, truncateStart } from "./display-width.ts";

describe("displayWidth()", () => {
  // East Asian Width of Unicode Standard Annex #11: W and F are two cells, Mn and Me none.
  test.each([
    ["", 0],
    ["abc", 3],
    ["日本語", 6],
    ["한국", 4],
    ["Ａ", 2],
    ["ｱ", 1],
    ["e\u0301", 1],
    ["👍", 2],
    ["❤", 1],
    ["❤\uFE0F", 2],
    ["…↑·–", 4],
  ])("of %j is %i", (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});

describe("truncate()", () => {
  test("leaves what fits", () => expect(truncate("日本", 4)).toBe("日本"));
  test("never cuts a wide character in two", () => expect(truncate("日本語", 4)).toBe("日…"));
  test("keeps marks with their letter", () => expect(truncate("ae\u0301bc", 3)).toBe("ae\u0301…"));
  test("keeps the end of a path with truncateStart()", () =>
    expect(truncateStart("data/base.jsonl", 8)).toBe("…e.jsonl"));
});
