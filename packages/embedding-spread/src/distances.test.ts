import { describe, expect, test } from "vitest";
import { checkedDistance, DISTANCES, rowDistance } from "./distances.ts";
import { generatedRows } from "./fixtures/generated-rows.ts";
import { usableRows } from "./usable-rows.ts";
import { asVectors } from "./vectors.ts";

const positive = generatedRows(1, 8, 5).map((row) => row.map((value) => value + 1.1));
const distances = DISTANCES.map((name) => checkedDistance(name));

describe("distances", () => {
  test.each(distances)("%s is symmetric, 0 for equal vectors and above 0 for others", (name) => {
    const vectors = asVectors([...positive, ...positive]);
    const between = rowDistance(usableRows(vectors, { unit: name === "cosine", leaveOutZeros: false }), name);
    for (let i = 0; i < 8; i++) {
      expect(between(i, i + 8)).toBeCloseTo(0, 14);
      for (let j = 0; j < i; j++) {
        expect(between(i, j)).toBeGreaterThan(0);
        expect(between(i, j)).toBeCloseTo(between(j, i), 12);
      }
    }
  });

  test.each([
    ["kullbackLeibler", "it is not symmetric, use jeffreys"],
    ["hellinger", "use squaredChord"],
    ["minkowski", "it needs an exponent, use euclidean"],
    ["constructor", "the distance must be one of cosine, euclidean"],
    ["cosin", "current value is cosin"],
  ])("%s is refused with what to take instead", (name, message) => {
    expect(() => checkedDistance(name)).toThrow(RangeError);
    expect(() => checkedDistance(name)).toThrow(message);
  });
});
