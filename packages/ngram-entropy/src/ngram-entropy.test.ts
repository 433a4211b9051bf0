import { characterTokenizer, tokenCorpus } from "@corpulse/tokens";
import { describe, expect, test } from "vitest";
import { distinctN } from "./distinct-n.ts";
import { ngramEntropy } from "./ngram-entropy.ts";
import { unseenMass } from "./unseen-mass.ts";

describe("ngramEntropy()", () => {
  test("is the entropy of word pairs in bits, unless another order is asked for", () => {
    // Pairs: "a b" twice, "b a" once … of four: 3 × ab, 1 × ba.
    expect(ngramEntropy(["a b a b", "a b"]).value).toBeCloseTo(0.8112781244591328, 14);
    expect(ngramEntropy(["a b a b", "a b"], { order: 1 }).value).toBe(1);
    expect(ngramEntropy(["abab"], { order: 1, tokenizer: characterTokenizer() }).signature).toBe(
      "ngram-entropy|order:1|tokenizer:characters|v:1",
    );
  });

  test("takes a corpus as well as texts", () => {
    const texts = ["to be or not to be", "that is the question"];
    expect(ngramEntropy(tokenCorpus(texts))).toEqual(ngramEntropy(texts));
  });

  test("throws when there are no n-grams of the order, and when there is no such measurement", () => {
    expect(() => ngramEntropy(["one", "two"])).toThrow(RangeError);
    expect(() => ngramEntropy(["one", "two"])).toThrow("no document has 2 tokens");
    expect(() => ngramEntropy([])).toThrow(RangeError);
    expect(() => ngramEntropy(["a b c d"], { order: 4 })).toThrow("in 1…3, current value is 4");
    expect(() => ngramEntropy(["a b c d"], { order: 1.5 })).toThrow(RangeError);
  });
});

describe("unseenMass()", () => {
  test("is the share of n-grams that only their own document holds", () => {
    expect(unseenMass(["the cat sat", "the cat ran"]).value).toBe(0.5);
    expect(unseenMass(["a b", "a b"], { order: 1 }).value).toBe(0);
    expect(unseenMass(["a a a", "b"], { order: 1 }).value).toBe(1);
  });

  test("throws on a single text", () => {
    expect(() => unseenMass(["a b c"])).toThrow("it needs at least 2 documents");
  });
});

describe("distinctN()", () => {
  test("is the observed share of a small corpus", () => {
    expect(distinctN(["a b a b", "a b"]).value).toBe(0.5);
  });

  test("falls as the budget rises", () => {
    const texts = ["a b a c a d", "b a c a"];
    const values = [1, 2, 4, 8].map((tokenBudget) => distinctN(texts, { tokenBudget }).value ?? 0);
    expect(values[0]).toBe(1);
    expect(values).toEqual(values.toSorted((left, right) => right - left));
    expect(() => distinctN(texts, { tokenBudget: 9 })).toThrow("the token budget is 9");
  });
});
