import { ngramIndex, tokenCorpus, type Tokenizer } from "@corpulse/tokens";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { mean, selfBleuScores, type Tokens } from "./fixtures/nltk-bleu.ts";
import { precisionsOf } from "./fixtures/precisions-of.ts";
import { measureSelfBleu, type SelfBleuResult } from "./measure-self-bleu.ts";

const lines: Tokenizer = { name: "lines", tokenize: (text) => (text === "" ? [] : text.split("\n")) };

const measure = (texts: readonly Tokens[], orders: readonly number[]): SelfBleuResult =>
  measureSelfBleu(
    ngramIndex(
      tokenCorpus(
        texts.map((text) => text.join("\n")),
        { tokenizer: lines },
      ),
    ),
    { orders },
  );

/** Few words, so that n-grams repeat and counts tie; among them the names that plain objects trip over, and one with a space. */
const word = fc.constantFrom("a", "b", "c", "a b", "__proto__", "constructor", "toString");
const text = fc.oneof(
  fc.array(word, { maxLength: 3 }),
  fc.array(word, { minLength: 4, maxLength: 14 }),
  fc.array(fc.constantFrom("a", "b"), { maxLength: 20 }),
);

/** Corpora in which some texts are exact copies of others. */
const corpus = fc
  .tuple(fc.array(text, { minLength: 2, maxLength: 7 }), fc.array(fc.nat(6), { maxLength: 3 }))
  .map(([texts, copies]) => [...texts, ...copies.map((copy) => texts[copy % texts.length])]);

test("measureSelfBleu() equals a brute-force NLTK on 4,000 generated corpora", () => {
  fc.assert(
    fc.property(corpus, fc.integer({ min: 2, max: 5 }), (texts, order) => {
      const expected = selfBleuScores(texts, order);
      const { measurements, scores } = measure(texts, [order]);
      expected.forEach((score, document) => expect(Math.abs(scores.values[document] - score)).toBeLessThan(1e-12));
      expect(Math.abs(Number(measurements[0].value) - mean(expected))).toBeLessThan(1e-12);
    }),
    { numRuns: 4000 },
  );
});

test("measureSelfBleu() gives the same values and scores whatever the order of the documents", () => {
  const shuffled = corpus.chain((texts) =>
    fc.tuple(
      fc.constant(texts),
      fc.shuffledSubarray([...texts.keys()], { minLength: texts.length, maxLength: texts.length }),
    ),
  );
  fc.assert(
    fc.property(shuffled, ([texts, order]) => {
      const one = measure(texts, [3]);
      const other = measure(
        order.map((document) => texts[document]),
        [3],
      );
      order.forEach((document, at) => expect(other.scores.values[at]).toBe(one.scores.values[document]));
      expect(other.measurements[0].value).toBeCloseTo(Number(one.measurements[0].value), 14);
    }),
  );
});

test("measureSelfBleu() lies in 0…1, and so do its precisions", () => {
  const long = fc.array(fc.array(word, { minLength: 5, maxLength: 14 }), { minLength: 2, maxLength: 7 });
  fc.assert(
    fc.property(long, (texts) => {
      const { measurements } = measure(texts, [2, 3, 4, 5]);
      for (const measurement of measurements) {
        const { value } = measurement;
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        for (const precision of precisionsOf(measurement)) {
          expect(precision).toBeGreaterThanOrEqual(0);
          expect(precision).toBeLessThanOrEqual(1);
        }
      }
    }),
  );
});

test("measureSelfBleu() is 1 when every text has a copy and none is shorter than the order", () => {
  const long = fc.array(fc.array(word, { minLength: 5, maxLength: 14 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(long, (texts) => {
      for (const { value } of measure([...texts, ...texts], [2, 3, 4, 5]).measurements)
        expect(value).toBeCloseTo(1, 14);
    }),
  );
});
