import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hostileText } from "./fixtures/hostile-text.ts";
import { lineWidth, wrap, wrapBehind } from "./span.ts";
import { visibleLine } from "./visible-text.ts";

const textOf = (lines: ReturnType<typeof wrap>) => lines.map((line) => line.map(({ text }) => text).join(""));

describe("wrap()", () => {
  test("breaks at spaces and not at U+00A0", () => {
    expect(textOf(wrap([{ text: "about 30\u00A0% of them" }], 9))).toEqual(["about", "30\u00A0% of", "them"]);
  });

  test("keeps styles apart and words that touch together", () => {
    expect(textOf(wrap([{ text: "a b", style: "bold" }, { text: "c d" }], 20))).toEqual(["a bc d"]);
  });

  test("breaks a word only when it is wider than a line", () => {
    expect(textOf(wrap([{ text: "日本語 x" }], 4))).toEqual(["日本", "語 x"]);
  });

  test("loses no character and keeps its width", () => {
    fc.assert(
      fc.property(hostileText.map(visibleLine), fc.integer({ min: 2, max: 30 }), (text, width) => {
        const lines = wrap([{ text }], width);
        expect(textOf(lines).join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
        for (const line of lines) expect(lineWidth(line)).toBeLessThanOrEqual(width);
      }),
    );
  });
});

describe("wrapBehind()", () => {
  test("indents what follows to where the text began", () => {
    expect(textOf(wrapBehind([{ text: "! " }], [{ text: "one two" }], 6))).toEqual(["! one", "  two"]);
  });
});
