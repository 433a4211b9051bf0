import { expect, test } from "vitest";
import { excerptAt, excerptOf, Excerpts } from "./excerpts.ts";

test("Excerpts keeps the beginning of every document, whatever its script", () => {
  const excerpts = new Excerpts();
  const texts = [
    "",
    "short",
    "\ufeffmark",
    "字".repeat(300),
    "x".repeat(1000),
    `${"x".repeat(199)}😀 cut in half`,
    ...Array.from({ length: 2000 }, (_, i) => `n${i} ${"é".repeat(i % 260)}`),
  ];
  for (const text of texts) {
    excerpts.add(
      Uint16Array.from({ length: text.length + 3 }, (_, at) => text.charCodeAt(at)),
      text.length,
    );
  }
  const column = excerpts.finish();
  texts.forEach((text, document) => expect(excerptAt(column, document)).toBe(excerptOf(text)));
  expect(texts.map(excerptOf).slice(0, 6)).toEqual([
    "",
    "short",
    "\ufeffmark",
    "字".repeat(200),
    "x".repeat(200),
    `${"x".repeat(199)}\ufffd`,
  ]);
});
