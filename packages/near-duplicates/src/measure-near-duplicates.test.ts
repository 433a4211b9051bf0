import { FACTS, type Measurement } from "@corpulse/measurement";
import { ngramIndex, type Tokenizer, tokenCorpus, whitespaceTokenizer, wordTokenizer } from "@corpulse/tokens";
import { describe, expect, test } from "vitest";
import type { NearDuplicateOptions } from "./detect-near-duplicates.ts";
import { readSharedLines, sharedCorporaExist } from "./fixtures/shared-corpora.ts";
import { byId } from "./fixtures/by-id.ts";
import { measureNearDuplicates, type NearDuplicatesResult } from "./measure-near-duplicates.ts";

function measure(
  texts: readonly string[],
  options: NearDuplicateOptions = {},
  tokenizer: Tokenizer = wordTokenizer(),
): NearDuplicatesResult & { readonly of: (id: string) => Measurement } {
  const result = measureNearDuplicates(ngramIndex(tokenCorpus(texts, { tokenizer })), options);
  return { ...result, of: (id) => byId(result.measurements, id) };
}

const A = "one two three four five six seven eight nine ten eleven twelve";
const texts = [A, A, `${A} thirteen`, "Something else, said once.", "", ""];

describe("measureNearDuplicates()", () => {
  test.each([[[]], [["alone"]], [texts]])("gives every id of the family in the registry's order: %j", (documents) => {
    const ids = FACTS.filter(({ family }) => family === "near-duplicates").map(({ id }) => id);
    expect(measure(documents).measurements.map(({ id }) => id)).toEqual(ids);
  });

  test("counts copies, near-copies, pairs and groups", () => {
    const { of } = measure(texts);
    expect(of("exact_duplicate_rate").value).toBeCloseTo(2 / 6, 12);
    expect(of("near_duplicate_affected_rate").value).toBeCloseTo(5 / 6, 12);
    expect(of("near_duplicate_removable_rate").value).toBeCloseTo(3 / 6, 12);
    expect(of("near_duplicate_removable_rate").parts).toMatchObject({ removable: 3, greedy_removable: 3 });
    expect(of("near_duplicate_pair_rate").value).toBeCloseTo(4 / 15, 12);
    expect(of("near_duplicate_largest_cluster")).toMatchObject({ value: 3, parts: { star: 3, clusters: 2 } });
  });

  test("names the groups: the representative first, then the least alike of those that are like it", () => {
    const { clusters, exactGroups } = measure(texts);
    expect(clusters).toEqual([
      { size: 3, star: 3, representative: 0, documents: [0, 2, 1], similarity: 10 / 11 },
      { size: 2, star: 2, representative: 4, documents: [4, 5], similarity: 1 },
    ]);
    expect(exactGroups).toEqual([
      { copies: 2, first: 0, documents: [0, 1] },
      { copies: 2, first: 4, documents: [4, 5] },
    ]);
  });

  test("prefers in a group of equal shingles a text that is no exact copy", () => {
    expect(measure(["The end.", "The end.", "the END"]).clusters[0].documents).toEqual([0, 2, 1]);
  });

  test("names at most 20 groups of at most 20 documents", () => {
    const many = Array.from({ length: 900 }, (_, at) => `text number ${at % 30}`);
    const { clusters, exactGroups } = measure(many);
    expect([clusters.length, exactGroups.length]).toEqual([20, 20]);
    expect(clusters.every(({ documents, size }) => documents.length === 20 && size === 30)).toBe(true);
    expect(exactGroups.every(({ documents, copies }) => documents.length === 20 && copies === 30)).toBe(true);
  });

  test("says that rates of no document and pairs of one are not measurable", () => {
    const empty = measure([]);
    expect(empty.measurements.map(({ value }) => value)).toEqual([null, null, null, null, null, 0]);
    expect(empty.of("exact_duplicate_rate").reason).toBe("it needs at least 1 document, there are 0");
    const single = measure(["alone"]);
    expect(single.measurements.map(({ value }) => value)).toEqual([0, 0, 0, 0, null, 0]);
    expect(single.of("near_duplicate_pair_rate").reason).toBe("it needs at least 2 documents, there are 1");
  });

  test("is exact, by banding alone too where no pair can have been missed", () => {
    const areExact = (documents: readonly string[], options: NearDuplicateOptions): boolean =>
      measure(documents, options).measurements.every(({ exact }) => exact);
    expect(areExact(texts, {})).toBe(true);
    expect(areExact(texts, { similarity: 1, complete: false })).toBe(true);
    expect(areExact(["a b c d", "e f g h", "a b c d"], { complete: false })).toBe(true);
  });

  test("by banding alone bounds what was missed, from the value itself upwards", () => {
    const edited = Array.from({ length: 200 }, (_, at) => `${A} ${at >> 1} ${at >> 1} ${"x".repeat(at % 2)}`);
    for (const { value, interval } of measure(edited, { complete: false }).measurements.slice(2)) {
      expect(interval).toMatchObject({ low: value, confidence: 0.95 });
      expect(interval?.high).toBeGreaterThanOrEqual(interval?.low ?? 2);
    }
  });

  test("signs with every setting that changes the number", () => {
    const { measurements } = measure(texts, { similarity: 0.7, seed: 3, shingle: { unit: "chars", size: 5 } });
    expect(measurements[2].signature).toBe("near-duplicates|tokenizer:words|shingle:chars:5|similarity:0.7|seed:3|v:2");
    expect(measurements[0].signature).toBe("near-duplicates|copies:exact|v:2");
    expect(measure(texts, { complete: false }).measurements[2].signature).toBe(
      "near-duplicates|tokenizer:words|shingle:words:3|similarity:0.8|seed:0|join:banding|v:2",
    );
  });

  test("reports progress from 0 to 1, at most some hundred times", () => {
    const shares: number[] = [];
    measure(
      Array.from({ length: 1000 }, (_, at) => `${A} ${at}`),
      { progress: (share) => shares.push(share) },
    );
    expect(shares.toSorted((a, b) => a - b)).toEqual(shares);
    expect([shares[0], shares.at(-1)]).toEqual([0, 1]);
    expect(shares.length).toBeLessThan(200);
  });

  test("counts a word called __proto__ like any other", () => {
    expect(
      measure(["__proto__ a b c", "__proto__ a b c", "b c d e"]).of("near_duplicate_affected_rate").value,
    ).toBeCloseTo(2 / 3);
  });
});

describe.skipIf(!sharedCorporaExist)("on real captions (needs ../shared/corpora)", () => {
  test("reproduces the exact join of COCO-test: 0.0063 removable, of the first 4,000, white-space tokens, J ≥ 0.8", () => {
    // An exact prefix-filter join in Python over word 3-grams (0.00625 is 25 of 4,000).
    const { of } = measure(readSharedLines("coco-test.txt").slice(0, 4000), {}, whitespaceTokenizer());
    expect(of("near_duplicate_removable_rate").parts).toMatchObject({ removable: 25, greedy_removable: 25 });
    expect(of("near_duplicate_removable_rate").value).toBeCloseTo(0.0063, 4);
  });

  test("finds more candidates than near-copies, which is why candidates are verified", () => {
    const { of } = measure(readSharedLines("coco-test.txt"));
    expect(of("near_duplicate_candidate_rate").value).toBeGreaterThan(
      2 * (of("near_duplicate_affected_rate").value ?? 1),
    );
  });
});
