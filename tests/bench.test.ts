import { seededRandom } from "@corpulse/measurement";
import { findNearDuplicates } from "@corpulse/near-duplicates";
import { ngramIndex, tokenCorpus } from "@corpulse/tokens";
import { describe, expect, test } from "vitest";
import { generatedCorpus, wordOfRank } from "../bench/src/generated-corpus.ts";
import { hotFunctions } from "../bench/src/hot-functions.ts";
import { type Contender, inTurn } from "../bench/src/in-turn.ts";
import { median, medianRatio } from "../bench/src/median.ts";
import { largestDifference, printedBy } from "../bench/src/peer-job.ts";
import { powerLaw } from "../bench/src/power-law.ts";
import { eachTruePair } from "../bench/src/recall-of.ts";
import { digits, table } from "../bench/src/table.ts";
import { zipfSampler } from "../bench/src/zipf-sampler.ts";

const texts = (corpus: ReturnType<typeof generatedCorpus>): readonly string[] =>
  Array.from({ length: corpus.documents }, (_, document) => corpus.text(document));

describe("median() and medianRatio()", () => {
  test("the median does not care about order or one outlier", () => {
    expect(median([9, 1, 2])).toBe(2);
    expect(median([1, 2, 4, 1000])).toBe(3);
    expect(() => median([])).toThrow(RangeError);
  });

  test("a ratio is taken within each round, so that a slow round cancels", () => {
    expect(medianRatio([2, 40, 2], [1, 20, 1])).toBe(2);
  });
});

describe("powerLaw()", () => {
  test("finds the exponent and the scale of an exact law", () => {
    const points = [5, 50, 500].map((size) => ({ size, cost: 3 * size ** 1.1 }));
    const { exponent, scale, r2 } = powerLaw(points);
    expect(exponent).toBeCloseTo(1.1, 12);
    expect(scale).toBeCloseTo(3, 10);
    expect(r2).toBeCloseTo(1, 12);
  });

  test("is the least-squares line of the logarithms", () => {
    // By hand: x = 0, 1, 2 and y = 0, 1, 1 (in powers of e) give slope 1/2, intercept 1/6, r² = 3/4.
    const e = Math.E;
    const { exponent, scale, r2 } = powerLaw([
      { size: 1, cost: 1 },
      { size: e, cost: e },
      { size: e ** 2, cost: e },
    ]);
    expect(exponent).toBeCloseTo(0.5, 12);
    expect(scale).toBeCloseTo(Math.exp(1 / 6), 12);
    expect(r2).toBeCloseTo(0.75, 12);
  });

  test("refuses points of one size", () => {
    expect(() =>
      powerLaw([
        { size: 5, cost: 1 },
        { size: 5, cost: 2 },
      ]),
    ).toThrow("at least 2 sizes");
  });
});

describe("zipfSampler()", () => {
  test("draws ranks as often as the law says", () => {
    const draws = 200_000;
    const sample = zipfSampler(10, 1);
    const random = seededRandom(7);
    const counts = new Uint32Array(10);
    for (let draw = 0; draw < draws; draw++) counts[sample(random)]++;
    const harmonic = Array.from({ length: 10 }, (_, rank) => 1 / (rank + 1)).reduce((sum, one) => sum + one, 0);
    const errors = Array.from(counts, (count, rank) => {
      const expected = 1 / (rank + 1) / harmonic;
      return Math.abs(count / draws - expected) / Math.sqrt((expected * (1 - expected)) / draws);
    });
    expect(Math.max(...errors)).toBeLessThan(4);
  });

  test("draws all ranks alike at exponent 0", () => {
    const sample = zipfSampler(4, 0);
    const random = seededRandom(1);
    const counts = new Uint32Array(4);
    for (let draw = 0; draw < 40_000; draw++) counts[sample(random)]++;
    expect(Math.min(...counts)).toBeGreaterThan(9_600);
  });
});

describe("generatedCorpus()", () => {
  const options = { documents: 2_000, tokens: 50, vocabulary: 500, exact: 0.1, near: 0.2, seed: 3 };
  const corpus = generatedCorpus(options);

  test("words are different for different ranks, and shorter for frequent ones", () => {
    const words = Array.from({ length: 20_000 }, (_, rank) => wordOfRank(rank));
    expect(new Set(words).size).toBe(20_000);
    expect(words.map(({ length }) => length)).toEqual(words.map(({ length }) => length).toSorted((a, b) => a - b));
    expect(words.filter((word) => !/^[a-z]+$/.test(word))).toEqual([]);
  });

  test("the same seed gives the same texts, in any order, and another seed others", () => {
    const again = generatedCorpus(options);
    const backwards = Array.from({ length: 100 }, (_, index) => again.text(99 - index)).toReversed();
    expect(backwards).toEqual(texts(corpus).slice(0, 100));
    expect(generatedCorpus({ ...options, seed: 4 }).text(0)).not.toBe(corpus.text(0));
  });

  test("a longer corpus begins like a shorter one", () => {
    expect(texts(generatedCorpus({ ...options, documents: 50 }))).toEqual(texts(corpus).slice(0, 50));
  });

  test("plants the shares of copies that were asked for", () => {
    const kinds = Array.from({ length: 2_000 }, (_, document) => corpus.planted(document).kind);
    const share = (kind: string): number => kinds.filter((one) => one === kind).length / 2_000;
    expect(Math.abs(share("exact") - 0.1)).toBeLessThan(0.03);
    expect(Math.abs(share("near") - 0.2)).toBeLessThan(0.04);
  });

  test("copies name an earlier original, exact ones equal it, near ones differ in at most three words", () => {
    const wrong = texts(corpus).filter((text, document) => {
      const { kind, source } = corpus.planted(document);
      const original = corpus.text(source).split(" ");
      const differing = text.split(" ").filter((word, index) => word !== original[index]).length;
      if (kind === "original") return source !== document;
      const allowed = kind === "exact" ? 0 : 3;
      return source >= document || corpus.planted(source).kind !== "original" || differing > allowed;
    });
    expect(wrong).toEqual([]);
    expect(texts(corpus).every((text) => text.split(" ").length === 50)).toBe(true);
  });

  test("exponent 0 over many words makes nearly all n-grams distinct", () => {
    const distinct = generatedCorpus({ documents: 500, tokens: 200, vocabulary: 50_000, exponent: 0 });
    const bigrams = texts(distinct).flatMap((text) => {
      const words = text.split(" ");
      return words.slice(1).map((word, index) => `${words[index]} ${word}`);
    });
    expect(new Set(bigrams).size / bigrams.length).toBeGreaterThan(0.999);
  });

  test("refuses sizes and shares that make no corpus", () => {
    expect(() => generatedCorpus({ documents: 0, tokens: 5 })).toThrow(RangeError);
    expect(() => generatedCorpus({ documents: 5, tokens: 5, exact: 0.5, near: 0.5 })).toThrow("room for originals");
  });
});

describe("inTurn()", () => {
  test("runs each contender once a round, in order, and relates each to the first of its round", async () => {
    const order: string[] = [];
    let slowness = 1;
    const contender = (name: string, wall: number, cpu: number | null): Contender => ({
      name,
      run: () => {
        order.push(name);
        if (name === "a") slowness *= 3;
        return Promise.resolve({ wall: wall * slowness, cpu, peak: 100, stdout: name });
      },
    });
    const [a, b] = await inTurn([contender("a", 1, 2), contender("b", 5, null)], 3);
    expect(order).toEqual(["a", "b", "a", "b", "a", "b"]);
    expect({ wall: a.wall, ratio: b.wallRatio, peak: b.peakRatio }).toEqual({ wall: 9, ratio: 5, peak: 1 });
    expect([a.cpuRatio, b.cpuRatio, b.cpu, b.stdout]).toEqual([1, null, null, "b"]);
  });
});

describe("eachTruePair()", () => {
  test("names every pair of near-copies of brute force once, copies of copies included", () => {
    const documents = 120;
    const all = texts(generatedCorpus({ documents, tokens: 40, vocabulary: 300, exact: 0.3, near: 0.3 }));
    const shingles = all.map((one) => {
      const words = one.split(" ");
      return new Set(words.slice(2).map((word, at) => `${words[at]} ${words[at + 1]} ${word}`));
    });
    const expected: number[] = [];
    for (let left = 0; left < documents; left++) {
      for (let right = left + 1; right < documents; right++) {
        const shared = [...shingles[left]].filter((shingle) => shingles[right].has(shingle)).length;
        const jaccard = shared / (shingles[left].size + shingles[right].size - shared);
        if (jaccard >= 0.8) expected.push(left * documents + right);
      }
    }
    const pairs: number[] = [];
    eachTruePair(findNearDuplicates(ngramIndex(tokenCorpus(all))), (pair) => pairs.push(pair));
    expect(pairs.toSorted((left, right) => left - right)).toEqual(expected);
    expect(expected.length).toBeGreaterThan(20);
  });
});

describe("hotFunctions()", () => {
  test("adds up self time by function and owner over threads, leaving idle time out", () => {
    const node = (
      id: number,
      functionName: string,
      url: string,
    ): Parameters<typeof hotFunctions>[0][0]["nodes"][0] => ({
      id,
      callFrame: { functionName, url, lineNumber: 0 },
    });
    const nodes = [
      node(1, "(idle)", ""),
      node(2, "count", "file:///somewhere/packages/tokens/dist/index.js"),
      node(3, "(garbage collector)", ""),
    ];
    const profile = { nodes, samples: [1, 2, 3, 2], timeDeltas: [9e6, 1e6, 1e6, 2e6] };
    expect(hotFunctions([profile, profile], 2)).toEqual([
      { owner: "tokens", name: "count", seconds: 6, share: 0.75 },
      { owner: "engine", name: "(garbage collector)", seconds: 2, share: 0.25 },
    ]);
  });
});

describe("what is printed", () => {
  test("the last line of a peer is read, and anything else says nothing", () => {
    expect(printedBy({ stdout: 'loading\n{"kernel":2}\n' })).toEqual({ kernel: 2 });
    expect(printedBy({ stdout: "no JSON" })).toEqual({});
  });

  test("differences are relative and the largest counts; nothing compared is no agreement", () => {
    expect(largestDifference([1, 4], [1, 3])).toBe(0.25);
    expect(largestDifference([1], [])).toBeNaN();
  });

  test("numbers keep three digits, unknown ones show as a dash, cells cannot break a table", () => {
    expect([digits(12.345, " s"), digits(1234.5), digits(0.00123), digits(null)]).toEqual([
      "12.3 s",
      "1,235",
      "0.00123",
      "–",
    ]);
    expect(table(["a"], [["x|y"]])).toBe("| a |\n|---|\n| x\\|y |");
  });
});
