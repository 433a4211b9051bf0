import { describe, expect, test } from "vitest";
import { formatAbout, formatCount, formatNumber, formatPercent, formatShare } from "./format-number.ts";

describe("formatNumber()", () => {
  test.each([
    [0, "0"],
    [1300, "1,300"],
    [10_214_332, "10,214,332"],
    [41.7123, "41.7"],
    [999.96, "1,000"],
    [5855.4, "5,855"],
    [0.05512, "0.0551"],
    [0.000_012, "1.2e-5"],
    [-0.5, "-0.500"],
  ])("%d is %s", (value, text) => expect(formatNumber(value)).toBe(text));
});

describe("formatShare()", () => {
  test.each([
    [0, "0 %"],
    [1, "100 %"],
    [0.3, "30.0 %"],
    [0.000_233, "0.0233 %"],
    [2.33e-9, "2.3e-7 %"],
  ])("%d is %s", (share, text) => expect(formatShare(share)).toBe(text.replace(" ", "\u00A0")));

  test("never writes 100 % for what is not quite all", () => {
    for (const share of [0.999_96, 1 - 1e-12, 0.9996]) expect(formatShare(share)).not.toContain("100");
  });

  test("drops empty digits within a sentence", () => expect(formatPercent(0.3)).toBe("30\u00A0%"));
});

describe("formatAbout() and formatCount()", () => {
  test("round to two digits", () =>
    expect([4292, 26_854, 14.96, 3.2, 0.4].map(formatAbout)).toEqual(["4,300", "27,000", "15", "3", "0.400"]));
  test("know one from many", () =>
    expect([formatCount(1, "document"), formatCount(2, "document")]).toEqual(["1 document", "2 documents"]));
});
