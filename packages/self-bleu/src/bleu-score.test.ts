import { describe, expect, test } from "vitest";
import { bleuScore } from "./bleu-score.ts";

describe("bleuScore()", () => {
  test("agrees with sacreBLEU's floor smoothing of 0.1", () => {
    // sacreBLEU test/test_bleu.py: "am I am a character sequence" against "I am a symbol string sequence a a"
    const counts = { matches: [4, 2, 1, 0], ngrams: [6, 5, 4, 3], length: 6, referenceLength: 8 };
    expect(bleuScore(counts, 4)).toBeCloseTo(0.1555722182, 9);
  });

  test("agrees with sacreBLEU's score from statistics", () => {
    // sacreBLEU test/test_bleu.py
    const counts = { matches: [9, 7, 5, 3], ngrams: [10, 8, 6, 4], length: 11, referenceLength: 11 };
    expect(bleuScore(counts, 4)).toBeCloseTo(0.8375922397, 10);
  });

  test("is 0 when no token matches, smoothing or not", () => {
    expect(bleuScore({ matches: [0, 0], ngrams: [5, 4], length: 5, referenceLength: 5 }, 2)).toBe(0);
  });
});
