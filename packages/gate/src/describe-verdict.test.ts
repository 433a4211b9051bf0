import { describe, expect, test } from "vitest";
import { evaluateGate } from "./evaluate-gate.ts";
import { comparisonOf, policyOf } from "./fixtures/measurements.ts";

const equal = (value: number): number[] => [value, value];

/** The sentence on one measurement of the candidate. */
function reasonOf(id: string, limits: unknown, values: number[], reference: number[], gate = {}): string {
  const candidate = comparisonOf(id, values, reference);
  return evaluateGate({ policy: policyOf(`candidate.${id}`, limits, gate), candidate, records: 1000 }).rules[0].reason;
}

describe("the reason of a verdict", () => {
  test.each([
    [0.01, "1 %: within the warning limit, at most 2 %"],
    [0.03, "3 %: beyond the warning limit, at most 2 %"],
    [0.1, "10 %: beyond the limit, at most 5 %"],
  ])("states the value %d and the limit that decided", (value, reason) => {
    expect(reasonOf("exact_duplicate_rate", { warn: { max: "2%" }, fail: { max: "5%" } }, [value], [])).toBe(reason);
  });

  test("states the interval where there is one, and what was not proven", () => {
    const limits = { fail: { min: 100 } };
    // t = 12.706 for 1 degree of freedom, s = 7.071, √(1 + 1/2): 100 ± 110, cut off at 0.
    const value = "100 tokens (0 tokens to 210 tokens)";
    expect(reasonOf("mtld", limits, [95, 105], [])).toBe(
      `${value}: the limit, at least 100 tokens, lies inside the interval`,
    );
    expect(reasonOf("mtld", limits, [95, 105], [], { proof: "good" })).toBe(
      `${value}: not proven to keep the limit, at least 100 tokens`,
    );
  });

  test("speaks of shares where a share is the limit, and of amounts where an amount is", () => {
    const both = { rel: "100%", abs: "5pp", need: "both" };
    expect(reasonOf("exact_duplicate_rate", { fail: { max_rise: both } }, [0.2], equal(0.01))).toBe(
      "+19 pp, 20 % against 1 % expected of 1,000 documents: beyond the limit, a rise of at most 100 % or 5 pp",
    );
    expect(reasonOf("exact_duplicate_rate", { fail: { max_rise: both } }, [0.5], equal(0.2))).toBe(
      "+150 %, 50 % against 20 % expected of 1,000 documents: beyond the limit, a rise of at most 100 % or 5 pp",
    );
  });

  test("says of no value that it fell by more than all of it", () => {
    const reason = reasonOf("distinct_2", { fail: { max_drop: "10%" } }, [0.001], [0.39, 0.4, 0.41]);
    expect(reason).toMatch(/^−99\.8 % \(−100 % to −\d/);
  });
});
