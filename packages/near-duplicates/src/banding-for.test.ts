import { describe, expect, test } from "vitest";
import { bandingFor, collisionProbability } from "./banding-for.ts";

describe("bandingFor()", () => {
  test("reaches a recall of 0.99 at every threshold with at most 128 hashes", () => {
    for (let percent = 10; percent <= 100; percent++) {
      const banding = bandingFor(percent / 100);
      expect(collisionProbability(banding, percent / 100)).toBe(banding.expectedRecall);
      expect(banding.expectedRecall).toBeGreaterThanOrEqual(0.99);
      expect(banding.bands * banding.rows).toBeLessThanOrEqual(128);
    }
  });

  test("is the steepest: one row more would miss more than 1 pair in 100", () => {
    for (let percent = 10; percent < 100; percent++) {
      const rows = bandingFor(percent / 100).rows + 1;
      expect(collisionProbability({ rows, bands: Math.floor(128 / rows) }, percent / 100)).toBeLessThan(0.99);
    }
  });

  test("takes 21 bands of 6 rows at 0.8 and one band of 128 at 1", () => {
    expect(bandingFor(0.8)).toMatchObject({ bands: 21, rows: 6 });
    expect(bandingFor(1)).toEqual({ bands: 1, rows: 128, expectedRecall: 1 });
  });

  test.each([0, 0.09, 1.01, -1, Number.NaN])("refuses %d", (similarity) => {
    expect(() => bandingFor(similarity)).toThrow(RangeError);
  });
});

describe("collisionProbability()", () => {
  // Tabulated for other tools: datatrove 14 × 8, Lee et al. 2022 450 × 20, datasketch at 0.8 9 × 13.
  test.each([
    { bands: 14, rows: 8, similarity: 0.8, chance: 0.9235 },
    { bands: 450, rows: 20, similarity: 0.8, chance: 0.9946 },
    { bands: 9, rows: 13, similarity: 0.8, chance: 0.399 },
  ])("of $bands bands of $rows rows at $similarity is $chance", ({ bands, rows, similarity, chance }) => {
    expect(collisionProbability({ bands, rows }, similarity)).toBeCloseTo(chance, 3);
  });
});
