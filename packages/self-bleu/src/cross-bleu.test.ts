import { type Tokenizer, whitespaceTokenizer } from "@corpulse/tokens";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { crossBleu } from "./cross-bleu.ts";
import { mean, sentenceBleu } from "./fixtures/nltk-bleu.ts";
import { readSharedLines, sharedCorporaExist } from "./fixtures/shared-corpora.ts";

const tokenizer = whitespaceTokenizer({ keepCase: true });

/** From the README of fast-bleu (Danial-Alh/fast-bleu) and the documentation of NLTK's `sentence_bleu`. */
const REFERENCES = [
  "It is a guide to action that ensures that the military will forever heed Party commands",
  "It is the guiding principle which guarantees the military forces always being under the command of the Party",
  "It is the practical guide for the army always to heed the directions of the party",
];
const HYPOTHESES = [
  "It is a guide to action which ensures that the military always obeys the commands of the party",
  "he read the book because he was interested in world history",
];

test.each([
  { order: 2, scores: [0.7453559924999299, 0.0191380231127159] },
  { order: 3, scores: [0.6240726901657495, 0.013720869575946234] },
])("crossBleu() scores fast-bleu's example of order $order", ({ order, scores }) => {
  const found = crossBleu(HYPOTHESES, REFERENCES, { order, tokenizer });
  // Its weights are of single precision: 1/3 is off in the ninth digit.
  scores.forEach((score, at) => expect(Math.abs(found.scores[at] - score)).toBeLessThan(1e-8));
});

test("crossBleu() scores NLTK's first example", () => {
  const { scores, precisions } = crossBleu(HYPOTHESES.slice(0, 1), REFERENCES, { tokenizer });
  expect(Math.trunc(scores[0] * 1e4)).toBe(5045); // "0.5045..."
  expect(precisions[0]).toBeCloseTo(0.9444, 4);
  expect(precisions[1]).toBeCloseTo(0.5882352941176471, 15);
});

/** Splits punctuation off as NLTK's `word_tokenize` does: the captions of COCO come with it glued to the words. */
const glued = /[\p{L}\p{N}\-/&]+(?='s\b)|'s\b|[^\s.,!?;:"()]+|[.,!?;:"()]/gu;
const punctuated: Tokenizer = { name: "punctuated", tokenize: (text) => text.match(glued) ?? [] };

/** Texygen docs/evaluation.md, BLEU against the training and the test set. */
test.skipIf(!sharedCorporaExist).each([
  { file: "seqgan.txt", references: "coco-train.txt", values: [0.917, 0.747, 0.53, 0.348] },
  { file: "mle.txt", references: "coco-train.txt", values: [0.921, 0.768, 0.57, 0.392] },
  { file: "seqgan.txt", references: "coco-test.txt", values: [0.745, 0.498, 0.294, 0.18] },
  { file: "mle.txt", references: "coco-test.txt", values: [0.731, 0.497, 0.305, 0.189] },
])("crossBleu() reproduces Texygen's BLEU of $file in $references (needs ../shared/corpora)", (row) => {
  const [candidates, references] = [readSharedLines(row.file), readSharedLines(row.references)];
  row.values.forEach((value, at) => {
    const found = crossBleu(candidates, references, { order: at + 2, tokenizer: punctuated });
    expect(Math.abs(found.value - value)).toBeLessThan(0.0011);
  });
});

const join = (tokens: readonly string[]): string => tokens.join(" ");

describe("crossBleu()", () => {
  test("equals a brute-force NLTK on generated corpora", () => {
    const text = fc.array(fc.constantFrom("a", "b", "c", "__proto__"), { maxLength: 9 });
    const texts = fc.array(text, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(texts, texts, fc.integer({ min: 1, max: 6 }), (candidates, references, order) => {
        const expected = candidates.map((candidate) => sentenceBleu(references, candidate, order));
        const found = crossBleu(candidates.map(join), references.map(join), { order, tokenizer });
        expected.forEach((score, at) => expect(Math.abs(found.scores[at] - score)).toBeLessThan(1e-12));
        expect(Math.abs(found.value - mean(expected))).toBeLessThan(1e-12);
      }),
      { numRuns: 2000 },
    );
  });

  test("is 1 for a candidate that is among the references", () => {
    expect(crossBleu(["a b c d"], ["e f", "a b c d"]).value).toBe(1);
  });

  test("does not compare with self-BLEU: the signature names its references", () => {
    expect(crossBleu(["a"], ["a"], { order: 1 }).signature).toBe(
      "self-bleu|order:1|smoothing:method1|references:given|tokenizer:words|v:1",
    );
  });

  test("refuses an empty side, an order that is none, and what is not a list of texts", () => {
    expect(() => crossBleu([], ["a"])).toThrow(
      "Cannot compute BLEU: there must be at least 1 candidate, current value is 0",
    );
    expect(() => crossBleu(["a"], [])).toThrow(RangeError);
    expect(() => crossBleu(["a"], ["a"], { order: 0 })).toThrow(RangeError);
    expect(() => crossBleu("a", ["a"])).toThrow(TypeError);
    expect(() => crossBleu(["a"], JSON.parse("[1]"))).toThrow(TypeError);
  });
});
