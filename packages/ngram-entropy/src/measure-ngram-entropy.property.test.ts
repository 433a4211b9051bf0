import type { Measurement } from "@corpulse/measurement";
import { ngramIndex, tokenCorpus, whitespaceTokenizer } from "@corpulse/tokens";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { measureNgramEntropy } from "./measure-ngram-entropy.ts";

type Document = readonly string[];

function measure(documents: readonly Document[]): Map<string, Measurement> {
  const tokenizer = whitespaceTokenizer({ keepCase: true });
  const corpus = tokenCorpus(
    documents.map((words) => words.join(" ")),
    { tokenizer },
  );
  return new Map(measureNgramEntropy(ngramIndex(corpus)).measurements.map((one) => [one.id, one]));
}

const word = fc.constantFrom("a", "b", "c", "d", "__proto__", "constructor", "é", "日本");
const corpora = fc.array(fc.array(word, { maxLength: 12 }), { minLength: 2, maxLength: 8 });

function grams(words: Document, order: number): string[] {
  return words.slice(order - 1).map((_, at) => words.slice(at, at + order).join(" "));
}

function tally(items: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

/** How far two values are apart; what is not measurable by both is not apart. */
function gap(actual: number | null | undefined, expected: number): number {
  return Math.abs((actual ?? -1) - (Number.isNaN(expected) ? -1 : expected));
}

/** Σ over contexts of their share times the entropy of what follows them. */
function slowConditionalEntropy(documents: readonly Document[], order: number): number {
  const followers = new Map<string, string[]>();
  for (const words of documents) {
    for (let at = order - 1; at < words.length; at++) {
      const context = words.slice(at - order + 1, at).join(" ");
      followers.set(context, [...(followers.get(context) ?? []), words[at]]);
    }
  }
  const total = sum([...followers.values()].map((next) => next.length));
  let bits = total === 0 ? Number.NaN : 0;
  for (const next of followers.values()) {
    for (const count of tally(next).values()) bits -= (count / total) * Math.log2(count / next.length);
  }
  return bits;
}

/** Each document's n-grams that none of the others holds, one document left out at a time. */
function slowUnseenMass(documents: readonly Document[], order: number): number {
  let unseen = 0;
  for (const [at, words] of documents.entries()) {
    const others = new Set(documents.filter((_, other) => other !== at).flatMap((other) => grams(other, order)));
    unseen += grams(words, order).filter((gram) => !others.has(gram)).length;
  }
  return unseen / sum(documents.map((words) => grams(words, order).length));
}

function slowSelfRepetition(documents: readonly Document[]): number {
  const sets = documents.map((words) => new Set(grams(words, 4)));
  const elsewhere = (gram: string): number => sets.filter((set) => set.has(gram)).length - 1;
  if (sets.every((set) => set.size === 0)) return Number.NaN;
  return sum(sets.map((set) => Math.log(1 + sum([...set].map(elsewhere))))) / documents.length;
}

describe("against slow references", () => {
  test("conditional entropy is the mean entropy of what follows a context", () => {
    fc.assert(
      fc.property(corpora, (documents) => {
        const found = measure(documents);
        for (const order of [2, 3]) {
          const value = found.get(`conditional_entropy_${order}`)?.value;
          expect(gap(value, slowConditionalEntropy(documents, order))).toBeLessThan(1e-10);
        }
      }),
    );
  });

  test("unseen mass leaves one document out at a time", () => {
    fc.assert(
      fc.property(corpora, (documents) => {
        const found = measure(documents);
        for (const order of [1, 2, 3, 4]) {
          const value = found.get(`unseen_mass_${order}`)?.value;
          expect(gap(value, slowUnseenMass(documents, order))).toBeLessThan(1e-10);
        }
      }),
    );
  });

  test("self-repetition compares each document with each", () => {
    fc.assert(
      fc.property(corpora, (documents) => {
        const value = measure(documents).get("self_repetition_4")?.value;
        expect(gap(value, slowSelfRepetition(documents))).toBeLessThan(1e-10);
      }),
    );
  });

  test("entropy, types and distinct n-grams are those of counted strings", () => {
    fc.assert(
      fc.property(corpora, (documents) => {
        const found = measure(documents);
        for (const order of [1, 2, 3]) {
          const all = documents.flatMap((words) => grams(words, order));
          if (all.length === 0) continue;
          const counts = [...tally(all).values()];
          const bits = -sum(counts.map((count) => (count / all.length) * Math.log2(count / all.length)));
          expect(found.get(`entropy_${order}`)?.value).toBeCloseTo(bits, 10);
          expect(found.get(`distinct_${order}`)?.value).toBeCloseTo(counts.length / all.length, 12);
        }
      }),
    );
  });
});

/** How many windows of 50 a document has. */
const windows = (words: Document): number => words.length - 49;

/** The only id that reads the corpus in order: what stands before what decides where a pointer is shorter. */
const ORDERED = "compression_ratio";

describe("laws", () => {
  test("the order of documents does not change a bit of any value but the compression ratio", () => {
    const long = fc.array(fc.array(word, { minLength: 40, maxLength: 90 }), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(long, fc.integer({ min: 1, max: 4 }), (documents, by) => {
        const rotated = [...documents.slice(by), ...documents.slice(0, by)];
        const [before, after] = [measure(documents), measure(rotated)];
        before.delete(ORDERED);
        after.delete(ORDERED);
        expect([...after]).toEqual([...before]);
      }),
      { numRuns: 40 },
    );
  });

  test("k copies of every document leave entropies and Hill numbers, divide distinct-n by k and leave nothing unseen", () => {
    fc.assert(
      fc.property(corpora, fc.integer({ min: 2, max: 5 }), (documents, copies) => {
        const one = measure(documents);
        const many = measure(Array.from({ length: copies }, () => documents).flat());
        for (const id of [
          "entropy_1",
          "entropy_2",
          "entropy_3",
          "conditional_entropy_2",
          "hill_0",
          "hill_1",
          "hill_2",
        ]) {
          expect(gap(many.get(id)?.value, one.get(id)?.value ?? Number.NaN)).toBeLessThan(1e-9);
        }
        for (const order of [1, 2, 3, 4]) {
          if (many.get(`distinct_${order}`)?.value === null) continue;
          const observed = Number(one.get(`distinct_${order}`)?.parts.observed);
          expect(many.get(`distinct_${order}`)?.parts.observed).toBeCloseTo(observed / copies, 14);
          expect(many.get(`unseen_mass_${order}`)?.value).toBe(0);
        }
      }),
    );
  });

  test("an exact copy of a document adds no type and lowers the observed share of distinct ones", () => {
    fc.assert(
      fc.property(corpora, fc.nat(7), (documents, which) => {
        const copied = documents[which % documents.length];
        fc.pre(copied.length >= 2);
        const before = measure(documents).get("distinct_2")?.parts;
        const after = measure([...documents, copied]).get("distinct_2")?.parts;
        expect(after?.types).toBe(before?.types);
        expect(Number(after?.observed)).toBeLessThan(Number(before?.observed));
      }),
    );
  });

  test("a document of entirely new words adds all of them", () => {
    fc.assert(
      fc.property(corpora, (documents) => {
        fc.pre(documents.flat().length > 0);
        const after = measure([...documents, ["new1", "new2", "new3"]]).get("hill_0")?.value;
        expect(after).toBe((measure(documents).get("hill_0")?.value ?? 0) + 3);
      }),
    );
  });

  test("the part for one document, weighted by its tokens, makes up MTLD and HD-D of two", () => {
    const text = fc.array(word, { minLength: 50, maxLength: 80 });
    fc.assert(
      fc.property(text, text, (left, right) => {
        const both = measure([left, right]);
        for (const id of ["mtld", "hdd_42"]) {
          const of = (words: Document): number => (measure([words]).get(id)?.value ?? 0) * words.length;
          expect(both.get(id)?.value).toBeCloseTo((of(left) + of(right)) / (left.length + right.length), 9);
        }
        const of = (words: Document): number => (measure([words]).get("mattr_50")?.value ?? 0) * windows(words);
        expect(both.get("mattr_50")?.value).toBeCloseTo((of(left) + of(right)) / (windows(left) + windows(right)), 12);
      }),
      { numRuns: 30 },
    );
  });
});
