import { describe, expect, test } from "vitest";
import { nearestName } from "./nearest-name.ts";

const known = [
  "overlap.exact_duplicate_rate",
  "overlap.near_duplicate_affected_rate",
  "candidate.distinct_2",
  "warn",
  "fail",
];

describe("nearestName()", () => {
  test.each([
    ["candidate.distinct2", "candidate.distinct_2"],
    ["Candidate.Distinct_2", "candidate.distinct_2"],
    ["distinct_2", "candidate.distinct_2"],
    ["overlap.near_duplicate_rate", "overlap.near_duplicate_affected_rate"],
    ["overlap.exact_duplicates_rate", "overlap.exact_duplicate_rate"],
    ["warning", undefined],
    ["wran", "warn"],
    ["fial", "fail"],
    ["", undefined],
    ["__proto__", undefined],
    ["something else", undefined],
  ])("takes %j for %j", (typed, meant) => {
    expect(nearestName(typed, known)).toBe(meant);
  });

  test("does not compare names that are too long to be slips", () => {
    expect(nearestName(`candidate.distinct_2${"2".repeat(100)}`, known)).toBeUndefined();
  });
});
