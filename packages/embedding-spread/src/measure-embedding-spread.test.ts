import { FACTS } from "@corpulse/measurement";
import { describe, expect, test } from "vitest";
import { FIVE_VALUES, FIVE_VECTORS } from "./fixtures/five-vectors.ts";
import { generatedRows } from "./fixtures/generated-rows.ts";
import { meanNearestDistance } from "./mean-nearest-distance.ts";
import { meanPairwiseDistance } from "./mean-pairwise-distance.ts";
import { measureEmbeddingSpread } from "./measure-embedding-spread.ts";
import { participationRatio } from "./participation-ratio.ts";
import { radius } from "./radius.ts";
import type { SpreadId } from "./spread-ids.ts";
import { vendiScore } from "./vendi-score.ts";

const ids = FACTS.filter(({ family }) => family === "embedding-spread").map(({ id }) => id);

describe("measureEmbeddingSpread", () => {
  test("gives every id of the family in the registry's order", () => {
    expect(measureEmbeddingSpread(FIVE_VECTORS).measurements.map(({ id }) => id)).toEqual(ids);
    expect(measureEmbeddingSpread([]).measurements.map(({ id }) => id)).toEqual(ids);
  });

  test("agrees with the single functions, whatever the distance", () => {
    const rows = generatedRows(1, 80, 5);
    for (const distance of ["cosine", "euclidean", "manhattan"] as const) {
      const unit = distance === "cosine";
      expect(measureEmbeddingSpread(rows, { distance }).measurements).toEqual([
        meanPairwiseDistance(rows, { distance }),
        meanNearestDistance(rows, { distance }),
        vendiScore(rows),
        vendiScore(rows, { order: 2 }),
        participationRatio(rows, { unit }),
        radius(rows, { unit }),
      ]);
    }
  });

  test("makes the measurements that are asked for, the same as among all", () => {
    const rows = generatedRows(8, 60, 6);
    for (const distance of ["cosine", "euclidean"] as const) {
      const all = measureEmbeddingSpread(rows, { distance });
      for (const { id } of all.measurements) {
        const only = id as SpreadId;
        const { measurements, isolated } = measureEmbeddingSpread(rows, { distance, only: [only] });
        expect(measurements).toEqual(all.measurements.filter((one) => one.id === id));
        expect(isolated).toEqual(id === "mean_nearest_distance" ? all.isolated : []);
      }
      const some = measureEmbeddingSpread(rows, { distance, only: ["vendi_2", "mean_pairwise_distance", "vendi_2"] });
      expect(some.measurements).toEqual([all.measurements[0], all.measurements[3]]);
    }
  });

  test("refuses measurements that it does not know, and none", () => {
    expect(() => measureEmbeddingSpread(FIVE_VECTORS, { only: ["vendi_3" as SpreadId] })).toThrow(
      "must name some of mean_pairwise_distance, mean_nearest_distance, vendi_1, vendi_2, participation_ratio, radius, current value is vendi_3",
    );
    expect(() => measureEmbeddingSpread(FIVE_VECTORS, { only: [] })).toThrow("current value is empty");
  });

  test("takes rows, 32-bit and 64-bit vectors alike", () => {
    const rows = generatedRows(2, 30, 4).map((row) => row.map((value) => Math.fround(value)));
    const expected = measureEmbeddingSpread(rows);
    for (const data of [Float32Array.from(rows.flat()), Float64Array.from(rows.flat())]) {
      expect(measureEmbeddingSpread({ data, dimensions: 4, name: "given" })).toEqual(expected);
    }
  });

  test("says why nothing is measurable with fewer than two usable vectors", () => {
    for (const rows of [
      [],
      [[1, 2]],
      [
        [1, 2],
        [0, 0],
      ],
    ]) {
      const { measurements, isolated } = measureEmbeddingSpread(rows);
      expect(
        measurements.every(({ value, reason }) => value === null && reason!.includes("at least 2 usable vectors")),
      ).toBe(true);
      expect(isolated).toEqual([]);
    }
  });

  test("measures copies: no distance, one document's worth, no direction", () => {
    const values = measureEmbeddingSpread(Array.from({ length: 20 }, () => [0.2, 0.3, 0.4])).measurements.map(
      ({ value }) => value,
    );
    expect(values[0]).toBeCloseTo(0, 15);
    expect(values[1]).toBe(0);
    expect(values[2]).toBeCloseTo(1, 12);
    expect(values[3]).toBeCloseTo(1, 12);
    expect(values[4]).toBe(null);
    expect(values[5]).toBe(0);
  });

  test("a distance that is not defined for the vectors leaves the other values", () => {
    const { measurements, isolated } = measureEmbeddingSpread(FIVE_VECTORS, { distance: "jeffreys" });
    expect(measurements[0].reason).toBe("the jeffreys distance needs coordinates above 0, the smallest is 0");
    expect(measurements[1].value).toBe(null);
    expect(measurements[2].value).toBeCloseTo(FIVE_VALUES.vendi1, 13);
    expect(isolated).toEqual([]);
  });

  test("names the documents farthest from all others by their numbers in the input", () => {
    const rows = [
      [0, 0, 0],
      [1, 0, 0],
      [0, 0, 1],
      [1, 0.1, 0],
      [1, 0.1, 0.01],
    ];
    const { isolated } = measureEmbeddingSpread(rows);
    expect(isolated).toHaveLength(4);
    expect(isolated[0]).toMatchObject({ document: 2, nearest: 4 });
    expect(isolated[0].distance).toBeCloseTo(1 - 0.01 / Math.hypot(1, 0.1, 0.01), 12);
    expect(measureEmbeddingSpread(generatedRows(5, 50, 3)).isolated).toHaveLength(10);
  });

  test("names row and column of a value that is not finite", () => {
    expect(() =>
      measureEmbeddingSpread([
        [1, 2],
        [Number.NaN, 1],
      ]),
    ).toThrow(TypeError);
    expect(() =>
      measureEmbeddingSpread([
        [1, 2],
        [Number.NaN, 1],
      ]),
    ).toThrow("row 1, column 0");
  });

  test("carries the embedding's name and the sample in its signatures", () => {
    const vectors = { data: Float64Array.from(generatedRows(6, 90, 3).flat()), dimensions: 3, name: "a|b" };
    const { measurements } = measureEmbeddingSpread(vectors, { neighbourBudget: 1, seed: 9 });
    expect(measurements[1].signature).toBe(
      "embedding-spread|embedding:a%7Cb|dimensions:3|distance:cosine|queries:32|seed:9|v:3",
    );
    expect(measurements.every(({ signature }) => signature.startsWith("embedding-spread|embedding:a%7Cb|"))).toBe(true);
  });

  test("is plain data, and reports rising progress up to 1", () => {
    const shares: number[] = [];
    const result = measureEmbeddingSpread(generatedRows(7, 300, 5), { progress: (share) => shares.push(share) });
    expect(structuredClone(result)).toEqual(result);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });
});
