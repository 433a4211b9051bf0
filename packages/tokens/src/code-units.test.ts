import { expect, test } from "vitest";
import { CodeUnits, pairsOf } from "./code-units.ts";

test("CodeUnits keeps one text after another, with zeros behind it, and gives it back", () => {
  const text = new CodeUnits();
  for (const given of ["", "a\ud800é", "x".repeat(10_000), "short", "中".repeat(5000)]) {
    text.readText(given);
    expect(text.text()).toBe(given);
    expect([...text.units.subarray(given.length, given.length + 8)]).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  }
});

test("CodeUnits pairs units as memory shows them, or would show them on a machine that puts the lower half first", () => {
  const text = new CodeUnits();
  text.readText("abc\uffff\uffffz");
  expect([...text.pairs.subarray(0, 7)]).toEqual([...pairsOf(text.units, 14)]);
  expect(text.pairs[0]).toBe(0x61 | (0x62 << 16));
});
