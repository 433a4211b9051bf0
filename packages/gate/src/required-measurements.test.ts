import { describe, expect, test } from "vitest";
import { parsePolicy } from "./parse-policy.ts";
import { RECOMMENDED_POLICY } from "./recommended-policy.ts";
import { requiredMeasurements } from "./required-measurements.ts";

describe("requiredMeasurements()", () => {
  test("names families once, in the order of reports, and the reference only where a change is limited", () => {
    const policy = parsePolicy({
      version: 1,
      rules: {
        "candidate.self_bleu_3": { fail: { max: 0.9 } },
        "candidate.distinct_2": { warn: { max_drop: "5%" } },
        "candidate.types": { fail: { min: 100 } },
        "candidate.vendi_1": "off",
        "overlap.exact_duplicate_rate": { fail: { max: "3%" } },
      },
    });
    expect(requiredMeasurements(policy)).toEqual({
      candidate: {
        families: ["ngram-entropy", "self-bleu"],
        compared: ["ngram-entropy"],
        ids: ["self_bleu_3", "distinct_2", "types"],
      },
      overlap: { families: ["near-duplicates"], compared: [], ids: ["exact_duplicate_rate"] },
      merged: { families: [], compared: [], ids: [] },
    });
  });

  test("asks nothing of the merged corpus for the recommended policy", () => {
    expect(requiredMeasurements(RECOMMENDED_POLICY).merged.families).toEqual([]);
  });
});
