import { parseSignature } from "@corpulse/measurement";
import { ngramIndex, tokenCorpus, type Tokenizer } from "@corpulse/tokens";
import { describe, expect, test } from "vitest";
import { precisionsOf } from "./fixtures/precisions-of.ts";
import { readSharedLines, sharedCorporaExist } from "./fixtures/shared-corpora.ts";
import { measureSelfBleu, type MeasureSelfBleuOptions, type SelfBleuResult } from "./measure-self-bleu.ts";

/** Case kept and nothing else touched, as in the published values. */
const spaces: Tokenizer = { name: "spaces", tokenize: (text) => text.split(/\s+/).filter((token) => token !== "") };

const measure = (texts: readonly string[], options?: MeasureSelfBleuOptions): SelfBleuResult =>
  measureSelfBleu(ngramIndex(tokenCorpus(texts, { tokenizer: spaces })), options);

const scoresOf = (texts: readonly string[], order: number): number[] => [
  ...measure(texts, { orders: [order] }).scores.values,
];

/** From the README of fast-bleu (Danial-Alh/fast-bleu); exact values computed with NLTK 3.10.3, method 1. */
const GUIDES = [
  "It is a guide to action that ensures that the military will forever heed Party commands",
  "It is the guiding principle which guarantees the military forces always being under the command of the Party",
  "It is the practical guide for the army always to heed the directions of the party",
];

test.each([
  { order: 2, scores: [0.25819888974716115, 0.3615507630310936, 0.37080992435478316] },
  { order: 3, scores: [0.078089666561908, 0.20140621167558334, 0.2141533574180157] },
  { order: 4, scores: [0.043748114312246456, 0.08590764835663624, 0.0932304601086144] },
  { order: 5, scores: [0.031400113752298425, 0.05223960175809035, 0.05751882594961532] },
])("measureSelfBleu() scores fast-bleu's example as NLTK does, order $order", ({ order, scores }) => {
  const found = scoresOf(GUIDES, order);
  scores.forEach((score, document) => expect(found[document]).toBeCloseTo(score, 14));
});

test("measureSelfBleu() agrees with fast-bleu up to its single-precision weights", () => {
  // README of fast-bleu, SelfBLEU.get_score(), trigram
  [0.07808966062765045, 0.20140620205719248, 0.21415334758254043].forEach((score, document) =>
    expect(Math.abs(scoresOf(GUIDES, 3)[document] - score)).toBeLessThan(1e-7),
  );
});

/** NLTK 3.10.3 `sentence_bleu`, method 1; one row a text, orders 2, 3, 4. */
test.each([
  {
    what: "two equal texts and a foreign one",
    texts: ["a b c d e", "a b c d e", "f g h i j"],
    scores: [
      [1, 1, 1],
      [1, 1, 1],
      [0, 0, 0],
    ],
  },
  {
    what: "texts shorter than the order, whose missing n-grams count as 0.1",
    texts: ["a", "a b", "a b c"],
    scores: [
      [0.116334, 0.079257, 0.065419],
      [1, 0.464159, 0.316228],
      [0.57735, 0.32183, 0.240281],
    ],
  },
  {
    what: "an empty text, which counts and scores 0",
    texts: ["", "a b", "a b"],
    scores: [
      [0, 0, 0],
      [1, 0.464159, 0.316228],
      [1, 0.464159, 0.316228],
    ],
  },
])("measureSelfBleu() scores as NLTK does: $what", ({ texts, scores }) => {
  [2, 3, 4].forEach((order, column) => {
    const found = scoresOf(texts, order);
    scores.forEach((row, document) => expect(found[document]).toBeCloseTo(row[column], 6));
    const mean = found.reduce((sum, score) => sum + score, 0) / found.length;
    expect(measure(texts, { orders: [order] }).measurements[0].value).toBeCloseTo(mean, 14);
  });
});

/**
 * Whitespace tokens, case kept, every caption against all others. The first two agree with the tables that Texygen published
 * (docs/evaluation.md: .950 .840 .670 .489 and .916 .769 .583 .408) to 0.0011.
 */
test.skipIf(!sharedCorporaExist).each([
  { file: "seqgan.txt", values: [0.950909, 0.840935, 0.670322, 0.489898] },
  { file: "mle.txt", values: [0.915813, 0.769325, 0.582856, 0.408968] },
  { file: "coco-train.txt", values: [0.870385, 0.717076, 0.536352, 0.385691] },
])("measureSelfBleu() reproduces the self-BLEU of $file (needs ../shared/corpora)", ({ file, values }) => {
  const { measurements } = measure(readSharedLines(file));
  values.forEach((value, at) => expect(Math.abs(Number(measurements[at].value) - value)).toBeLessThan(2e-6));
});

test.skipIf(!sharedCorporaExist)(
  "measureSelfBleu() reproduces pooled values of mle.txt (needs ../shared/corpora)",
  () => {
    // Pooled leave-one-out precisions and BLEU of the MLE sample, computed with NLTK's rules in Python
    const { measurements } = measure(readSharedLines("mle.txt"));
    const precisions = precisionsOf(measurements[3]);
    [0.9922, 0.8529, 0.5783, 0.3149, 0.1474].forEach((p, at) => expect(precisions[at]).toBeCloseTo(p, 4));
    [0.9199, 0.788, 0.6266, 0.4691].forEach((p, at) => expect(measurements[at].parts["pooled"]).toBeCloseTo(p, 4));
  },
);

const ids = (options?: MeasureSelfBleuOptions): string[] =>
  measure(["a b", "a c"], options).measurements.map(({ id }) => id);

describe("measureSelfBleu()", () => {
  test("gives every id in the order of the registry, whatever order is asked for", () => {
    expect(ids()).toEqual(["self_bleu_2", "self_bleu_3", "self_bleu_4", "self_bleu_5"]);
    expect(ids({ orders: [5, 2, 5] })).toEqual(["self_bleu_2", "self_bleu_5"]);
  });

  test("gives the parts that a value is made of", () => {
    const [{ parts }] = measure(["a b c", "a b d e"], { orders: [2] }).measurements;
    expect(parts["documents"]).toBe(2);
    expect(parts["precisions"]).toEqual([4 / 7, 2 / 5]);
    expect(parts["mean_brevity_penalty"]).toBeCloseTo((Math.exp(1 - 4 / 3) + 1) / 2, 15);
    expect(parts["pooled"]).toBeCloseTo(Math.sqrt((4 / 7) * (2 / 5)), 15);
  });

  test.each([[[]], [["alone"]]])("does not measure %j, and says why", (texts) => {
    const { measurements, scores } = measure(texts);
    expect(measurements).toHaveLength(4);
    for (const { value, reason } of measurements) {
      expect(value).toBeNull();
      expect(reason).toBe(`a self-BLEU needs at least 2 documents, the corpus has ${texts.length}`);
    }
    expect(scores.values).toHaveLength(0);
  });

  test("does not measure documents without a token, which would score 0 and so pass for diverse", () => {
    const { measurements, scores } = measure(["", ""]);
    expect(measurements.map(({ value, reason }) => [value, reason])).toEqual(
      measurements.map(() => [null, "no document has a token"]),
    );
    expect(scores.values).toEqual(new Float64Array(2));
    expect(measure(["", "", "a"], { orders: [2] }).measurements[0].value).toBe(0);
  });

  test("gives scores of order 4, or else of the highest order", () => {
    expect(measure(["a b", "a b"]).scores.order).toBe(4);
    expect(measure(["a b", "a b"], { orders: [2, 3] }).scores.order).toBe(3);
  });

  test("names the tokenizer in the signature", () => {
    expect(parseSignature(measure(["a", "b"]).measurements[0].signature).settings.tokenizer).toBe("spaces");
  });

  test("reports rising progress that ends at 1", () => {
    const shares: number[] = [];
    measure(["a b", "a b"], { progress: (share) => shares.push(share) });
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });

  test("returns plain data that a worker can post", () => {
    const found = measure(["a b c", "a b d"]);
    expect(structuredClone(found)).toEqual(found);
  });

  test.each([[[]], [[1]], [[6]], [[2, 2.5]]])("refuses orders %j", (orders) => {
    expect(() => measure(["a", "b"], { orders })).toThrow(RangeError);
  });
});
