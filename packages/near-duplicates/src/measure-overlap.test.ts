import type { Measurement } from "@corpulse/measurement";
import { ngramIndex, tokenCorpus } from "@corpulse/tokens";
import { describe, expect, test } from "vitest";
import { byId } from "./fixtures/by-id.ts";
import { measureOverlap, type OverlapResult } from "./measure-overlap.ts";

function overlap(
  base: readonly string[],
  candidate: readonly string[],
): OverlapResult & { readonly of: (id: string) => Measurement } {
  const result = measureOverlap(ngramIndex(tokenCorpus([...base, ...candidate])), { candidateFrom: base.length });
  return { ...result, of: (id) => byId(result.measurements, id) };
}

const A = "one two three four five six seven eight nine ten eleven twelve";
const B = "the quick brown fox jumps over the lazy dog and then some more";

describe("measureOverlap()", () => {
  test("counts what repeats the base, and not what either part repeats of itself", () => {
    const { of, matches } = overlap([A, A, `${A} thirteen`, B], ["new", "new", A, `${A} 13`, B.toUpperCase()]);
    expect(of("exact_duplicate_rate").value).toBeCloseTo(1 / 5, 12);
    expect(of("near_duplicate_affected_rate").value).toBeCloseTo(3 / 5, 12);
    expect(of("near_duplicate_removable_rate").value).toBeCloseTo(3 / 5, 12);
    // The copy of A meets three of the base, its variant too (10 of 12 shingles with the other variant), and B its own.
    expect(of("near_duplicate_pair_rate").value).toBeCloseTo(7 / 20, 12);
    expect([...matches.document]).toEqual([6, 7, 8]);
    expect([...matches.match]).toEqual([0, 0, 3]);
    expect([...matches.similarity]).toEqual([1, 10 / 11, 1]);
    expect([...matches.exact]).toEqual([1, 0, 0]);
  });

  test("matches an exact copy with its copy, even where an earlier text has the same shingles", () => {
    const { matches } = overlap(["The End", "the end."], ["the end.", "THE END"]);
    expect([...matches.match]).toEqual([1, 0]);
    expect([...matches.exact]).toEqual([1, 0]);
  });

  test("counts copies of texts without a token", () => {
    const { of } = overlap(["!!!", ""], ["", "?"]);
    expect(of("exact_duplicate_rate").value).toBe(0.5);
    expect(of("near_duplicate_affected_rate").value).toBe(0.5);
  });

  test("measures nothing when a part is empty, so that no gate passes on it", () => {
    for (const { measurements, matches } of [overlap([], [A]), overlap([A], [])]) {
      expect(measurements.map(({ value }) => value)).toEqual([null, null, null, null, null]);
      expect(matches.document.length).toBe(0);
    }
    expect(overlap([], [A]).measurements[0].reason).toBe(
      "it needs at least 1 base and 1 candidate document, there are 0 and 1",
    );
  });

  test("says in the signature that it is an overlap", () => {
    expect(overlap([A], [B]).of("near_duplicate_affected_rate").signature).toBe(
      "near-duplicates|scope:overlap|tokenizer:words|shingle:words:3|similarity:0.8|seed:0|v:2",
    );
  });

  test("refuses a border outside the corpus", () => {
    const index = ngramIndex(tokenCorpus([A]));
    expect(() => measureOverlap(index, { candidateFrom: 2 })).toThrow("the border must be in 0…1, current value is 2");
  });
});
