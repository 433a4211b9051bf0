import { expect, test } from "vitest";
import { excerptAt, Excerpts } from "./excerpts.ts";

test("Excerpts keeps the beginning of every document, whatever its script", () => {
  const excerpts = new Excerpts();
  const texts = [
    "",
    "short",
    "字".repeat(300),
    "x".repeat(1000),
    ...Array.from({ length: 2000 }, (_, i) => `n${i} ${"é".repeat(i % 260)}`),
  ];
  for (const text of texts) excerpts.add(text);
  const column = excerpts.finish();
  texts.forEach((text, document) => expect(excerptAt(column, document)).toBe(text.slice(0, 200)));
});
