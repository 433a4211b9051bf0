import { expect, test } from "vitest";
import { formatShingle, parseShingle } from "./shingle.ts";

test("parseShingle() reads what formatShingle() writes", () => {
  for (const text of ["words:1", "words:3", "chars:5", "chars:100"])
    expect(formatShingle(parseShingle(text))).toBe(text);
});

test.each(["words", "words:0", "words:101", "lines:3", "words:3.5", "words:-1", "", "chars:5 "])(
  "parseShingle() refuses %j and says what it takes",
  (text) => {
    expect(() => parseShingle(text)).toThrow(/words:N or chars:N|an integer in 1…100/);
  },
);
