import { expect, test } from "vitest";
import { brevityPenalty } from "./brevity-penalty.ts";
import { closestReferenceLengths } from "./closest-reference-lengths.ts";

/** The documentation tests of `nltk.translate.bleu_score.brevity_penalty`. */
test.each([
  { length: 12, references: [12, 15, 17], penalty: 1 },
  { length: 12, references: [28, 28], penalty: 0.2635971381157267 },
  { length: 12, references: [2, 13], penalty: Math.exp(1 - 13 / 12) }, // 0.9200…
  { length: 12, references: [11, 13], penalty: 1 },
  { length: 7, references: [8, 11], penalty: Math.exp(1 - 8 / 7) }, // 0.8668…
])("brevityPenalty() of length $length beside $references is $penalty", ({ length, references, penalty }) => {
  const counts = Uint32Array.from({ length: 29 }, (_, tokens) => references.filter((one) => one === tokens).length);
  expect(brevityPenalty(length, closestReferenceLengths(counts, false)[length])).toBeCloseTo(penalty, 15);
});

test("brevityPenalty() is 0 for an empty text, also beside empty references", () => {
  expect(brevityPenalty(0, 0)).toBe(0);
  expect(brevityPenalty(0, 5)).toBe(0);
});
