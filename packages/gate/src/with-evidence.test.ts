import { describe, expect, test } from "vitest";
import { evaluateGate } from "./evaluate-gate.ts";
import { comparisonOf, policyOf } from "./fixtures/measurements.ts";
import { withEvidence } from "./with-evidence.ts";

describe("withEvidence()", () => {
  test("adds the caller's evidence to each rule and changes nothing else", () => {
    const policy = policyOf("overlap.exact_duplicate_rate", { fail: { max: "3%" } });
    const overlap = comparisonOf("exact_duplicate_rate", [0.1]);
    const result = evaluateGate({ policy, overlap, records: 1000 });
    const evidence = { records: 100, of: 1000, examples: [{ document: { input: "a.jsonl", line: 3, byte: 120 } }] };
    const asked: string[] = [];
    const shown = withEvidence(result, ({ rule, verdict }) => {
      asked.push(`${rule} ${verdict}`);
      return evidence;
    });
    expect(asked).toEqual(["overlap.exact_duplicate_rate fail"]);
    expect(shown).toEqual({ ...result, rules: [{ ...result.rules[0], evidence }] });
    expect(result.rules[0].evidence).toBeNull();
  });
});
