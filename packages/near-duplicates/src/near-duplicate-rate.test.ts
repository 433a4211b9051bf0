import { characterTokenizer } from "@corpulse/tokens";
import { expect, test } from "vitest";
import { nearDuplicateRate } from "./near-duplicate-rate.ts";

const A = "one two three four five six seven eight nine ten eleven twelve";

test("nearDuplicateRate() is 0 when no two texts are alike and 1 when none stands alone", () => {
  expect(nearDuplicateRate([A, "something else", "and more"]).value).toBe(0);
  expect(nearDuplicateRate([A, `${A} more`, A]).value).toBe(1);
  expect(nearDuplicateRate(["only"]).value).toBe(0);
});

test("nearDuplicateRate() takes a tokenizer and says so in the signature", () => {
  const { signature } = nearDuplicateRate([A, A], { tokenizer: characterTokenizer(), similarity: 0.9 });
  expect(signature).toBe("near-duplicates|tokenizer:characters|shingle:words:3|similarity:0.9|seed:0|v:2");
});

test("nearDuplicateRate() refuses what is no corpus", () => {
  expect(() => nearDuplicateRate([])).toThrow("there must be at least 1 text, current value is 0");
  expect(() => nearDuplicateRate(JSON.parse("[1]"))).toThrow(TypeError);
});
