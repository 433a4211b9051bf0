import { ngramIndex, tokenCorpus, whitespaceTokenizer } from "@corpulse/tokens";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findNearDuplicates, type FindNearDuplicatesOptions, type NearDuplicates } from "./find-near-duplicates.ts";
import { allPairs, type SlowPair } from "./fixtures/all-pairs.ts";

const indexOf = (texts: readonly string[]) =>
  ngramIndex(tokenCorpus(texts, { tokenizer: whitespaceTokenizer({ keepCase: true }) }));
const find = (texts: readonly string[], options: FindNearDuplicatesOptions = {}): NearDuplicates =>
  findNearDuplicates(indexOf(texts), options);

/** The pairs of documents that a result stands for. */
function expand({ pairs, representativeOf }: NearDuplicates): readonly SlowPair[] {
  const known = new Map<string, number>();
  for (const [at, left] of pairs.left.entries()) known.set(`${left} ${pairs.right[at]}`, pairs.similarity[at]);
  const documents = [...representativeOf.keys()];
  return documents.flatMap((left) =>
    documents.slice(left + 1).flatMap((right) => {
      const [a, b] = [representativeOf[left], representativeOf[right]];
      const similarity = a === b ? 1 : known.get(`${Math.min(a, b)} ${Math.max(a, b)}`);
      return similarity === undefined ? [] : [{ left, right, similarity }];
    }),
  );
}

const word = fc.constantFrom("a", "b", "c", "__proto__", "constructor", "日本", "é");
const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(" "));
/** Texts of few words, and edits of one of them: a corpus in which many pairs lie on either side of a threshold. */
const texts = fc
  .tuple(fc.array(text, { maxLength: 8 }), fc.array(fc.tuple(fc.nat(7), word), { maxLength: 6 }))
  .map(([plain, edits]) => [...plain, ...edits.map(([at, end]) => `${plain[at] ?? ""} ${end}`.trim())]);
const similarity = fc.constantFrom(0.1, 0.3, 0.5, 0.6, 0.7, 0.75, 0.8, 0.9, 1);
const shingle = fc.record({
  unit: fc.constantFrom("words" as const, "chars" as const),
  size: fc.integer({ min: 1, max: 4 }),
});

describe("findNearDuplicates()", () => {
  test("finds the pairs of a slow all-pairs join, with the same similarities", () => {
    fc.assert(
      fc.property(texts, similarity, shingle, (documents, threshold, cut) => {
        const result = find(documents, { similarity: threshold, shingle: cut });
        const slow = allPairs(documents, cut, threshold);
        expect(expand(result)).toEqual(slow);
        expect(result.complete).toBe(true);
        expect(result.verifiedPairs).toBe(slow.length);
      }),
      { numRuns: 3000, seed: 1 },
    );
  });

  test("by banding alone reports only pairs of the slow join and misses at most 1 in 100", () => {
    let found = 0;
    let there = 0;
    fc.assert(
      fc.property(texts, similarity, shingle, fc.integer(), (documents, threshold, cut, seed) => {
        const result = find(documents, { similarity: threshold, shingle: cut, seed, complete: false });
        const slow = allPairs(documents, cut, threshold);
        const fast = expand(result);
        const truth = new Map(slow.map((pair) => [`${pair.left} ${pair.right}`, pair.similarity]));
        for (const pair of fast) expect(truth.get(`${pair.left} ${pair.right}`)).toBe(pair.similarity);
        expect(result.complete && fast.length < slow.length).toBe(false);
        expect([result.verifiedPairs, result.bandedPairs]).toEqual([fast.length, fast.length]);
        for (const pair of fast) expect([result.candidate[pair.left], result.candidate[pair.right]]).toEqual([1, 1]);
        found += fast.length;
        there += slow.length;
      }),
      { numRuns: 3000, seed: 1 },
    );
    expect(there).toBeGreaterThan(10_000);
    expect(found / there).toBeGreaterThanOrEqual(0.99);
  });

  test("depends on the order of documents in nothing but their numbers and who is kept", () => {
    fc.assert(
      fc.property(texts, similarity, (documents, threshold) => {
        const options = { similarity: threshold, shingle: { unit: "words", size: 2 } } as const;
        const [forward, backward] = [find(documents, options), find(documents.toReversed(), options)];
        expect([...backward.neighbours]).toEqual([...forward.neighbours].toReversed());
        expect(backward.verifiedPairs).toBe(forward.verifiedPairs);
        expect(backward.clusters.size).toEqual(forward.clusters.size);
        expect(backward.clusters.star.toSorted()).toEqual(forward.clusters.star.toSorted());
      }),
      { numRuns: 500, seed: 5 },
    );
  });

  test("permuted documents are permuted candidates with the same pairs, banded or not", () => {
    const permuted = texts.chain((documents) =>
      fc.tuple(fc.constant(documents), fc.shuffledSubarray([...documents.keys()], { minLength: documents.length })),
    );
    let proposed = 0;
    fc.assert(
      fc.property(permuted, similarity, shingle, fc.boolean(), ([documents, order], threshold, cut, complete) => {
        const options = { similarity: threshold, shingle: cut, complete };
        const before = find(documents, options);
        const after = find(
          order.map((document) => documents[document]),
          options,
        );
        expect([...after.candidate]).toEqual(order.map((document) => before.candidate[document]));
        expect([...after.neighbours]).toEqual(order.map((document) => before.neighbours[document]));
        expect([after.verifiedPairs, after.bandedPairs]).toEqual([before.verifiedPairs, before.bandedPairs]);
        expect(after.estimatedPairs).toBeCloseTo(before.estimatedPairs, 9);
        expect(after.complete).toBe(before.complete);
        proposed += before.candidate.filter((one, document) => one > before.neighbours[document]).length;
      }),
      { numRuns: 1500, seed: 6 },
    );
    // Candidates that are no near-copies of anything are those that a hash of ids would move.
    expect(proposed).toBeGreaterThan(100);
  });

  test("counts the neighbours, the kept and the groups that its own pairs make", () => {
    fc.assert(
      fc.property(texts, similarity, (documents, threshold) => {
        const result = find(documents, { similarity: threshold, shingle: { unit: "words", size: 2 } });
        const pairs = expand(result);
        const neighbours = documents.map(
          (_, one) => pairs.filter(({ left, right }) => left === one || right === one).length,
        );
        expect([...result.neighbours]).toEqual(neighbours);
        const kept = documents.map(() => 1);
        for (const [one] of documents.entries()) {
          if (pairs.some(({ left, right }) => right === one && kept[left] === 1)) kept[one] = 0;
        }
        expect([...result.kept]).toEqual(kept);
        const group = documents.map((_, one) => one);
        for (const { left, right } of pairs) {
          const [low, high] = [group[left], group[right]].toSorted((a, b) => a - b);
          for (const [one, of] of group.entries()) if (of === high) group[one] = low;
        }
        const sizes = documents.map((_, one) => group.filter((of) => of === one).length).filter((size) => size > 1);
        expect([...result.clusters.size]).toEqual(sizes.toSorted((a, b) => b - a));
      }),
      { numRuns: 500, seed: 2 },
    );
  });

  test("between a base and a candidate counts the pairs across the border and no others", () => {
    fc.assert(
      fc.property(texts, similarity, fc.nat(14), (documents, threshold, border) => {
        const between = Math.min(border, documents.length);
        const options = { similarity: threshold, shingle: { unit: "words", size: 2 } } as const;
        const across = expand(find(documents, options)).filter(({ left, right }) => left < between && right >= between);
        const result = find(documents, { ...options, between });
        expect(result.verifiedPairs).toBe(across.length);
        const neighbours = documents.map(
          (_, one) => across.filter(({ left, right }) => left === one || right === one).length,
        );
        expect([...result.neighbours]).toEqual(neighbours);
      }),
      { numRuns: 1000, seed: 3 },
    );
  });

  test("does not find more when the threshold rises", () => {
    fc.assert(
      fc.property(texts, (documents) => {
        const shares = [0.5, 0.7, 0.9, 1].map((threshold) => {
          const { neighbours, verifiedPairs } = find(documents, { similarity: threshold });
          return [verifiedPairs, neighbours.filter((near) => near > 0).length];
        });
        for (const [at, share] of shares.slice(1).entries()) {
          expect(share[0]).toBeLessThanOrEqual(shares[at][0]);
          expect(share[1]).toBeLessThanOrEqual(shares[at][1]);
        }
      }),
      { numRuns: 500, seed: 4 },
    );
  });
});
