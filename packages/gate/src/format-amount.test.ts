import { describe, expect, test } from "vitest";
import { formatAmount, formatDifference, formatNumber } from "./format-amount.ts";

describe("formatNumber()", () => {
  test.each([
    [0, "0"],
    [-0, "0"],
    [999, "999"],
    [1000, "1,000"],
    [-1234567.25, "−1,234,567.25"],
    [0.0001234, "0.0001234"],
  ])("writes %d as %s", (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });
});

describe("formatAmount()", () => {
  test("writes shares as percentages and counts with their unit", () => {
    expect(formatAmount(0.0512345, "fraction")).toBe("5.12 %");
    expect(formatAmount(12345.6, "tokens")).toBe("12,350 tokens");
    expect(formatAmount(0.41234, "distance")).toBe("0.4123");
    expect(formatAmount(1.5, "score")).toBe("1.5");
  });
});

describe("formatDifference()", () => {
  test("writes a difference of shares in percentage points, which are not per cent", () => {
    expect(formatDifference(0.01, "fraction")).toBe("1 pp");
    expect(formatDifference(-3, "tokens")).toBe("−3 tokens");
  });
});
