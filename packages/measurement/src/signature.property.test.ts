import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FAMILIES } from "./family.ts";
import { formatSignature, parseSignature, signatureDifferences } from "./signature.ts";

const family = fc.constantFrom(...FAMILIES);
const version = fc.nat();
const name = fc.stringMatching(/^[a-z][a-z0-9_-]{0,8}$/).filter((word) => word !== "v" && word !== "family");
/** Values rich in what the notation itself uses. */
const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.constantFrom("|", "%", ":", "7", "C", "2", "5", "v", "\n", "é") }),
);
const value = fc.oneof(text, fc.double({ noNaN: true }), fc.boolean(), fc.integer());
const settings = fc.dictionary(name, value, { noNullPrototype: true });

describe("formatSignature() and parseSignature()", () => {
  test("reading a signature back gives what was written", () => {
    fc.assert(
      fc.property(family, settings, version, (group, given, v) => {
        const parsed = parseSignature(formatSignature(group, given, v));
        const asText = Object.fromEntries(Object.entries(given).map(([key, setting]) => [key, String(setting)]));
        expect(parsed).toEqual({ family: group, settings: asText, version: String(v) });
      }),
    );
  });

  test("different values never share a signature", () => {
    fc.assert(
      fc.property(text, text, (left, right) => {
        const [a, b] = [left, right].map((tokenizer) => formatSignature("size", { tokenizer }, 1));
        expect(a === b).toBe(left === right);
      }),
    );
  });
});

describe("signatureDifferences()", () => {
  test("names exactly the settings that were changed, whichever comes first", () => {
    fc.assert(
      fc.property(settings, fc.func(fc.boolean()), version, (given, choose, v) => {
        const changed = Object.entries(given).map(([key, setting]) => [
          key,
          choose(key) ? `${String(setting)}!` : setting,
        ]);
        const expected = changed.filter(([key]) => choose(key)).map(([key]) => key);
        const left = formatSignature("size", given, v);
        const right = formatSignature("size", Object.fromEntries(changed), v);
        expect(signatureDifferences(left, right)).toEqual(expected);
        expect(signatureDifferences(right, left)).toEqual(expected);
      }),
    );
  });
});
