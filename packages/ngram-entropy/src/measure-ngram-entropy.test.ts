import { existsSync, readFileSync } from "node:fs";
import { FACTS, type Measurement, parseSignature } from "@corpulse/measurement";
import { ngramIndex, type TokenCorpusOptions, tokenCorpus, whitespaceTokenizer } from "@corpulse/tokens";
import { describe, expect, test } from "vitest";
import { LEXICAL_RICHNESS } from "./fixtures/lexical-texts.ts";
import { measureNgramEntropy, type NgramEntropyOptions } from "./measure-ngram-entropy.ts";

const exactly: TokenCorpusOptions = { tokenizer: whitespaceTokenizer({ keepCase: true }) };

function measure(texts: readonly string[], options: NgramEntropyOptions = {}): Map<string, Measurement> {
  const { measurements } = measureNgramEntropy(ngramIndex(tokenCorpus(texts, exactly)), options);
  return new Map(measurements.map((one) => [one.id, one]));
}

const REGISTERED = FACTS.filter(({ family }) => family === "ngram-entropy").map(({ id }) => id);

describe("measureNgramEntropy() gives every id of its family in registry order", () => {
  test.each([
    ["a corpus of nothing", []],
    ["empty documents", ["", ""]],
    ["one word", ["a"]],
    ["one document", ["a b c d e f"]],
    ["words of JavaScript's own", ["__proto__ constructor __proto__", "toString __proto__ constructor hasOwnProperty"]],
  ])("for %s, as plain data", (_, texts) => {
    const report = measureNgramEntropy(ngramIndex(tokenCorpus(texts, exactly)));
    expect(report.measurements.map(({ id }) => id)).toEqual(REGISTERED);
    expect(structuredClone(report)).toEqual(report);
    for (const { value, reason, signature } of report.measurements) {
      expect(value === null ? reason !== "" : Number.isFinite(value) && reason === undefined).toBe(true);
      expect(parseSignature(signature).settings.tokenizer).toBe("whitespace+keep-case");
    }
  });

  test("and says what a corpus is too small for", () => {
    const found = measure(["a b", "c"]);
    expect(found.get("entropy_3")?.reason).toBe("no document has 3 tokens");
    expect(found.get("mattr_50")?.reason).toBe("no document has 50 tokens");
    expect(found.get("zipf_alpha")?.reason).toContain("at least 50 types");
    expect(measure(["a b c"]).get("unseen_mass_1")?.reason).toBe("it needs at least 2 documents, there is 1");
    for (const { value } of measure([]).values()) expect(value).toBeNull();
  });
});

describe("the three sentences of the diversity package's README", () => {
  const found = measure([
    "The quick brown fox jumps over the lazy dog.",
    "The quick brown fox jumps over the lazy dog again.",
    "Suddenly, the quick brown fox leaps swiftly over the sleeping dog.",
  ]);

  test("repeat themselves as published (cshaib/diversity, self-repetition of 4-grams)", () => {
    expect(found.get("self_repetition_4")?.value).toBeCloseTo(1.1945063128187032, 14);
  });
});

describe("one document of 57 words", () => {
  test("has the published indices of the LexicalRichness README", () => {
    const found = measure([LEXICAL_RICHNESS.join(" "), "too short to take part"]);
    expect(found.get("mtld")?.value).toBeCloseTo(46.79226361031519, 11);
    expect(found.get("hdd_42")?.value).toBeCloseTo(0.7468703323966486, 14);
    expect(found.get("mtld")?.parts).toEqual({ documents: 1, documents_too_short: 1 });
  });
});

const words = (size: number): string => Array.from({ length: size }, (_, at) => `w${(at * at) % 97}`).join(" ");

describe("the token budget", () => {
  test.each([
    [999, 999],
    [1000, 1000],
    [9999, 1000],
    [10_000, 10_000],
  ])("of %i tokens is %i", (tokens, budget) => {
    const types = measure([words(tokens)]).get("types");
    expect(types?.parts.budget).toBe(budget);
    expect(parseSignature(types?.signature ?? "").settings.budget).toBe(String(budget));
  });

  test("is taken as given, and refused when there are fewer tokens", () => {
    const found = measure([words(500)], { tokenBudget: 500 });
    expect(found.get("types")?.value).toBe(found.get("types")?.parts.types);
    expect(found.get("distinct_2")?.reason).toBe("the token budget is 500, the corpus has only 499 n-grams of order 2");
    expect(() => measure(["a"], { tokenBudget: 0 })).toThrow(RangeError);
    expect(() => measure(["a"], { tokenBudget: 1.5 })).toThrow(RangeError);
  });

  test("makes a corpus and three copies of it comparable", () => {
    const text = words(2000);
    const one = measure([text], { tokenBudget: 200 }).get("types")?.value ?? 0;
    const four = measure([text, text, text, text], { tokenBudget: 200 }).get("types")?.value ?? 0;
    expect(four / one).toBeCloseTo(1, 1);
  });
});

test("progress rises from 0 to 1", () => {
  const shares: number[] = [];
  measure(["a b c d"], { progress: (share) => shares.push(share) });
  expect(shares[0]).toBe(0);
  expect(shares.at(-1)).toBe(1);
  expect(shares).toEqual(shares.toSorted((left, right) => left - right));
});

const MLE = new URL("../../../../shared/corpora/mle.txt", import.meta.url);

describe("the captions of a model (../shared/corpora/mle.txt)", () => {
  // 1 − unseen mass by an independent script; whitespace tokens, case kept.
  test.skipIf(!existsSync(MLE))("hold as much that is new as measured elsewhere", () => {
    const found = measure(readFileSync(MLE, "utf8").trimEnd().split("\n"));
    const known = [1, 2, 3, 4].map((order) => 1 - (found.get(`unseen_mass_${order}`)?.value ?? 0));
    expect(known.map((share) => share.toFixed(4))).toEqual(["0.9930", "0.8536", "0.5786", "0.3150"]);
    const goodTuring = [1, 2, 3, 4].map((order) => 1 - Number(found.get(`unseen_mass_${order}`)?.parts.good_turing));
    expect(goodTuring.map((share) => share.toFixed(4))).toEqual(["0.9930", "0.8537", "0.5786", "0.3150"]);
  });
});
