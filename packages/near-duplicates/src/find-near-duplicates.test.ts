import { ngramIndex, tokenCorpus } from "@corpulse/tokens";
import { describe, expect, test } from "vitest";
import { findNearDuplicates, type FindNearDuplicatesOptions, type NearDuplicates } from "./find-near-duplicates.ts";

const find = (texts: readonly string[], options: FindNearDuplicatesOptions = {}): NearDuplicates =>
  findNearDuplicates(ngramIndex(tokenCorpus(texts)), options);

const WORDS = { unit: "words", size: 1 } as const;

describe("the similarity of a pair", () => {
  // The sets of datasketch's documentation (docs/lsh.rst, docs/minhash.rst), with their Jaccard similarities.
  const first = "minhash is a probabilistic data structure for estimating the similarity between datasets";
  const second = "minhash is a probability data structure for estimating the similarity between documents";
  const third = "minhash is probability data structure for estimating the similarity between documents";

  test.each([
    [second, 10 / 14],
    [third, 9 / 14],
  ])("is the one that datasketch documents: %s", (other, jaccard) => {
    const { pairs } = find([first, other], { shingle: WORDS, similarity: 0.5 });
    expect([...pairs.similarity]).toEqual([jaccard]);
  });

  test("counts at the threshold itself, in decimals that binary fractions miss", () => {
    for (const [shared, union, threshold] of [
      [4, 5, 0.8],
      [7, 10, 0.7],
      [3, 10, 0.3],
      [49, 70, 0.7],
      [29, 100, 0.29],
      [57, 100, 0.57],
    ]) {
      const words = Array.from({ length: union }, (_, at) => `w${at}`);
      const texts = [words.join(" "), words.slice(0, shared).join(" ")];
      expect([...find(texts, { shingle: WORDS, similarity: threshold }).pairs.similarity]).toEqual([shared / union]);
      expect(find(texts, { shingle: WORDS, similarity: threshold + 0.001 }).verifiedPairs).toBe(0);
    }
  });
});

/** Pairs of texts of Jaccard similarity `shared` / (`shared` + 2 · `own`), which have nothing else in common. */
function planted(pairs: number, shared: number, own: number): readonly string[] {
  return [...Array(pairs * 2).keys()].map((text) => {
    const common = Array.from({ length: shared }, (_, at) => `p${text >> 1}x${at}`);
    return [...common, ...Array.from({ length: own }, (_, at) => `t${text}x${at}`)].join(" ");
  });
}

describe("the recall of banding", () => {
  test.each([
    { threshold: 0.3, shared: 30, own: 35 },
    { threshold: 0.5, shared: 30, own: 15 },
    { threshold: 0.8, shared: 40, own: 5 },
    { threshold: 0.9, shared: 54, own: 3 },
  ])("at the threshold $threshold is at least 0.99 over 20 seeds, and no less than what the banding says", (row) => {
    const { threshold, shared, own } = row;
    const pairs = 400;
    const index = ngramIndex(tokenCorpus(planted(pairs, shared, own)));
    let found = 0;
    let expected = 0;
    for (let seed = 0; seed < 20; seed++) {
      const result = findNearDuplicates(index, { similarity: threshold, shingle: WORDS, seed });
      expect(new Set(result.pairs.similarity)).toEqual(new Set([shared / (shared + 2 * own)]));
      expect([result.verifiedPairs, result.complete]).toEqual([pairs, true]);
      found += result.bandedPairs;
      expected = result.banding.expectedRecall;
    }
    const recall = found / (20 * pairs);
    const deviation = Math.sqrt((expected * (1 - expected)) / (20 * pairs));
    expect(recall).toBeGreaterThanOrEqual(0.99);
    expect(recall).toBeGreaterThan(expected - 4 * deviation);
  });

  test("makes the weighted count of what it proposes an unbiased estimate of the pairs", () => {
    const index = ngramIndex(tokenCorpus(planted(300, 54, 3)));
    let estimate = 0;
    for (let seed = 0; seed < 20; seed++) {
      estimate += findNearDuplicates(index, { similarity: 0.9, shingle: WORDS, seed }).estimatedPairs / 20;
    }
    expect(Math.abs(estimate - 300)).toBeLessThan(1);
  });
});

describe("texts shorter than a shingle", () => {
  test("are near-copies when their tokens are the same, and of no longer text", () => {
    const { representativeOf, verifiedPairs } = find(["Yes!", "yes", "yes yes", "yes yes yes", "no"]);
    expect([...representativeOf]).toEqual([0, 0, 2, 3, 4]);
    expect(verifiedPairs).toBe(1);
  });

  test("do not become alike through n-grams of another order with the same id", () => {
    expect(find(["a", "b c", "d e f", "g h i j"], { shingle: { unit: "words", size: 4 } }).verifiedPairs).toBe(0);
  });

  test("without any token are near-copies only of their exact copies", () => {
    const { representativeOf, verifiedPairs } = find(["", "!!!", "", "???", "!!!"]);
    expect([...representativeOf]).toEqual([0, 1, 0, 3, 1]);
    expect(verifiedPairs).toBe(2);
  });
});

describe("multiplicities", () => {
  const others = ["one two three four five", "one two three four six", "seven eight nine ten eleven"];

  test("of a text copied 5,000 times cost one comparison and no list of pairs", () => {
    const { verifiedPairs, pairs, clusters, kept } = find([
      ...Array<string>(5000).fill("the same words again"),
      ...others,
    ]);
    expect(verifiedPairs).toBe((5000 * 4999) / 2);
    expect(pairs.left.length).toBe(0);
    expect([clusters.size[0], clusters.star[0]]).toEqual([5000, 5000]);
    expect(kept.reduce((sum, one) => sum + one, 0)).toBe(4);
  });

  test("of different texts with the same shingles cost no list of pairs either", () => {
    const { verifiedPairs, pairs } = find(Array.from({ length: 1000 }, (_, at) => "na ".repeat(at + 3)));
    expect(verifiedPairs).toBe((1000 * 999) / 2);
    expect(pairs.left.length).toBe(0);
  });

  test("weigh pairs of different sets: 3 copies beside 2 of a near-copy are 6 pairs more", () => {
    const one = "a b c d e f g h i j k l";
    expect(find([one, `${one} m`, one, `${one} m`, one]).verifiedPairs).toBe(3 + 1 + 6);
  });
});

test("a chain is one group, and its star and the greedy count say that it is one", () => {
  // Each neighbour shares 9 of 11 words with the next (J = 0.818), and the ends 8 of 12.
  const [a, b, c] = ["1 2 3 4 5 6 7 8 9 10", "2 3 4 5 6 7 8 9 10 11", "3 4 5 6 7 8 9 10 11 12"];
  const options = { shingle: WORDS, similarity: 0.8 };
  const forward = find([a, b, c], options);
  expect([...forward.pairs.left, ...forward.pairs.right]).toEqual([0, 1, 1, 2]);
  expect([forward.clusters.size[0], forward.clusters.star[0], forward.clusters.representative[0]]).toEqual([3, 3, 1]);
  // The last stays: the second, which it is like, did not.
  expect([...forward.kept]).toEqual([1, 0, 1]);
  expect([...find([b, a, c], options).kept]).toEqual([1, 0, 0]);
  const longer = find([a, b, c, "4 5 6 7 8 9 10 11 12 13"], options);
  expect([longer.clusters.size[0], longer.clusters.star[0]]).toEqual([4, 3]);
});

test("characters are compared as the tokens joined by one space", () => {
  const options = { shingle: { unit: "chars", size: 5 }, similarity: 0.6 } as const;
  const { representativeOf } = find(["Hello,   world!", "hello world", "helloworld"], options);
  expect([...representativeOf]).toEqual([0, 0, 2]);
  // 21 and 20 shingles, of which the 16 of "r of the sky is blue" are the same.
  expect([...find(["colour of the sky is blue", "color of the sky is blue"], options).pairs.similarity]).toEqual([
    16 / 25,
  ]);
});

test("options out of range are refused", () => {
  expect(() => find(["a"], { similarity: 0 })).toThrow("the similarity must be in 0.1…1, current value is 0");
  expect(() => find(["a"], { similarity: Number.NaN })).toThrow(RangeError);
  expect(() => find(["a"], { shingle: { unit: "words", size: 0 } })).toThrow("the size must be an integer in 1…100");
  expect(() => find(["a"], { seed: 0.5 })).toThrow(RangeError);
  expect(() => find(["a"], { between: 2 })).toThrow("the border must be in 0…1, current value is 2");
});

test("the result is plain data that a thread can hand over", () => {
  const result = find(["a b c d", "a b c d", "e"]);
  expect(structuredClone(result)).toEqual(result);
});
