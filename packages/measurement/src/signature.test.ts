import { describe, expect, test } from "vitest";
import { formatSignature, parseSignature, signatureDifferences } from "./signature.ts";

describe("formatSignature()", () => {
  test("writes family, settings in the order given and the version", () => {
    const settings = { tokenizer: "words", order: 3, smoothing: "method1", centred: false };
    expect(formatSignature("self-bleu", settings, 2)).toBe(
      "self-bleu|tokenizer:words|order:3|smoothing:method1|centred:false|v:2",
    );
  });

  test("keeps the order of the settings, it does not sort them", () => {
    expect(formatSignature("size", { b: 1, a: 2 }, 1)).toBe("size|b:1|a:2|v:1");
  });

  test("needs no settings", () => {
    expect(formatSignature("size", {}, 1)).toBe("size|v:1");
  });

  test("escapes only the bar, which separates, and the per cent sign, which escapes", () => {
    expect(formatSignature("size", { tokenizer: "a|b%7C:c" }, 1)).toBe("size|tokenizer:a%7Cb%257C:c|v:1");
  });

  test.each(["", "Order", "with space", "a|b", "a:b", "1st", "v", "family"])("refuses the setting name %j", (name) => {
    expect(() => formatSignature("size", { [name]: 1 }, 1)).toThrow(RangeError);
  });
});

describe("parseSignature()", () => {
  test("takes a signature apart", () => {
    expect(parseSignature("near-duplicates|shingle:words:3|similarity:0.8|v:1")).toEqual({
      family: "near-duplicates",
      settings: { shingle: "words:3", similarity: "0.8" },
      version: "1",
    });
  });

  test("keeps an empty value", () => {
    expect(parseSignature("size|tokenizer:|v:1").settings).toEqual({ tokenizer: "" });
  });

  test.each(["", "size", "|v:1", "size|order:4", "size|v:1|order:4", "size|order|v:1", "size|:4|v:1", "v:1"])(
    "refuses %j, which is no signature",
    (text) => {
      expect(() => parseSignature(text)).toThrow(SyntaxError);
    },
  );
});

describe("signatureDifferences()", () => {
  test("is empty when two signatures are equal", () => {
    expect(signatureDifferences("self-bleu|order:4|v:1", "self-bleu|order:4|v:1")).toEqual([]);
  });

  test("does not mind the order of the settings", () => {
    expect(signatureDifferences("size|a:1|b:2|v:1", "size|b:2|a:1|v:1")).toEqual([]);
  });

  test("names the settings that differ, the family and the version among them", () => {
    expect(signatureDifferences("self-bleu|order:4|seed:0|v:1", "size|order:3|seed:0|v:2")).toEqual([
      "family",
      "order",
      "v",
    ]);
  });

  test("names a setting that only one of them has", () => {
    expect(signatureDifferences("size|a:1|v:1", "size|b:1|v:1")).toEqual(["a", "b"]);
  });
});
