import { describe, expect, test } from "vitest";
import { notMeasurable } from "@corpulse/measurement";
import { evaluateGate } from "./evaluate-gate.ts";
import { comparisonOf, measurementOf, policyOf } from "./fixtures/measurements.ts";
import type { RuleResult } from "./gate-result.ts";
import { parsePolicy } from "./parse-policy.ts";

const RATE = "overlap.exact_duplicate_rate";
const DISTINCT = "candidate.distinct_2";

const equal = (value: number): number[] => Array.from({ length: 10 }, () => value);

/** The verdict on an overlap rate that lies between two ends. */
function rateOf(limits: unknown, value: number, [low, high]: [number, number] = [value, value], gate = {}): RuleResult {
  const interval = low === high ? null : { low, high, confidence: 0.95, method: "banding" };
  const overlap = {
    measured: [[measurementOf("exact_duplicate_rate", value, interval)]],
    reference: [],
    documents: 1000,
  };
  return evaluateGate({ policy: policyOf(RATE, limits, gate), overlap, records: 1000 }).rules[0];
}

/** The verdict on distinct_2 of a candidate against draws of the base. */
function distinctOf(limits: unknown, values: number[], reference: number[], gate = {}): RuleResult {
  const candidate = comparisonOf("distinct_2", values, reference);
  return evaluateGate({ policy: policyOf(DISTINCT, limits, gate), candidate, records: 1000 }).rules[0];
}

describe("evaluateGate() with a limit on the value", () => {
  const limits = { warn: { max: "2%" }, fail: { max: "5%" } };

  test.each([
    [0.01, [0.01, 0.01], "pass", "pass"],
    [0.02, [0.02, 0.02], "pass", "pass"],
    [0.03, [0.03, 0.03], "warn", "warn"],
    [0.05, [0.05, 0.05], "warn", "warn"],
    [0.06, [0.06, 0.06], "fail", "fail"],
    [0.01, [0.01, 0.03], "inconclusive", "warn"],
    [0.03, [0.01, 0.04], "inconclusive", "warn"],
    [0.04, [0.03, 0.06], "inconclusive", "fail"],
    [0.04, [0.01, 0.06], "inconclusive", "fail"],
    [0.06, [0.051, 0.07], "fail", "fail"],
  ] as const)("on %d within %j comes to %s, or %s when good must be proven", (value, ends, bad, good) => {
    expect(rateOf(limits, value, [...ends]).verdict).toBe(bad);
    expect(rateOf(limits, value, [...ends], { proof: "good" }).verdict).toBe(good);
  });

  test.each([
    [0.5, "pass"],
    [0.4, "pass"],
    [0.35, "warn"],
    [0.3, "warn"],
    [0.2, "fail"],
  ])("on %d, with least values, comes to %s", (value, verdict) => {
    expect(distinctOf({ warn: { min: 0.4 }, fail: { min: 0.3 } }, [value], []).verdict).toBe(verdict);
  });

  test("judges several bounds by the worst of them", () => {
    expect(distinctOf({ fail: { min: 0.3, max: 0.6 } }, [0.7], []).verdict).toBe("fail");
    expect(distinctOf({ fail: { min: 0.3, max: 0.6 } }, [0.5], []).verdict).toBe("pass");
  });

  test("takes the mean of several draws, and how much they differ for the interval", () => {
    const { value, interval, verdict } = distinctOf({ fail: { min: 0.3 } }, [0.3, 0.32, 0.34], []);
    expect(value).toBeCloseTo(0.32, 12);
    // t = 4.302653 for 2 degrees of freedom, s = 0.02, √(1 + 1/3)
    expect(interval?.low).toBeCloseTo(0.32 - 4.302653 * 0.02 * Math.sqrt(4 / 3), 9);
    expect(interval?.confidence).toBe(0.95);
    expect(verdict).toBe("inconclusive");
  });
});

describe("evaluateGate() with a limit on the change", () => {
  test.each([
    [0.4, "pass"],
    [0.38, "pass"],
    [0.37, "warn"],
    [0.36, "warn"],
    [0.359, "fail"],
    [0.45, "pass"],
  ])("compares %d with an expected 0.4 and comes to %s", (value, verdict) => {
    expect(distinctOf({ warn: { max_drop: "5%" }, fail: { max_drop: "10%" } }, [value], equal(0.4)).verdict).toBe(
      verdict,
    );
  });

  test("holds rises and drops apart", () => {
    expect(distinctOf({ fail: { max_rise: "10%" } }, [0.5], equal(0.4)).verdict).toBe("fail");
    expect(distinctOf({ fail: { max_rise: "10%" } }, [0.1], equal(0.4)).verdict).toBe("pass");
  });

  test.each([
    ["both", 0.45, "pass"],
    ["either", 0.45, "fail"],
    ["both", 0.47, "fail"],
  ])("exceeds %s of 25%% and 3 points at %d: %s", (need, value, verdict) => {
    const change = { rel: "15%", abs: "3pp", need };
    expect(distinctOf({ fail: { max_rise: change } }, [value], equal(0.4)).verdict).toBe(verdict);
  });

  test("leaves open what draws of the same size do not settle", () => {
    const reference = [0.38, 0.39, 0.4, 0.41, 0.42];
    expect(distinctOf({ fail: { max_drop: "10%" } }, [0.37], reference).verdict).toBe("inconclusive");
    expect(distinctOf({ fail: { max_drop: "10%" } }, [0.3], reference).verdict).toBe("fail");
    expect(distinctOf({ fail: { max_drop: "30%" } }, [0.4], reference).verdict).toBe("pass");
  });

  test("reports value, expected value, change, noise and the limit that decided", () => {
    const reference = [0.39, 0.4, 0.41];
    const result = distinctOf({ warn: { max_drop: "5%" }, fail: { max_drop: "10%" } }, [0.2], reference);
    // t = 4.302653 for 2 degrees of freedom, s = 0.01, √(1 + 1/3)
    const noise = 4.302653 * 0.01 * Math.sqrt(4 / 3);
    expect(result).toMatchObject({
      rule: DISTINCT,
      scope: "candidate",
      family: "ngram-entropy",
      verdict: "fail",
      documents: 1000,
    });
    expect(result.value).toBe(0.2);
    expect(result.interval).toBeNull();
    expect(result.reference).toBeCloseTo(0.4, 12);
    expect(result.change?.noise).toBeCloseTo(noise, 9);
    expect(result.change?.absolute).toBeCloseTo(-0.2, 12);
    expect(result.change?.low).toBeCloseTo(-0.2 - noise, 9);
    expect(result.change?.relativeHigh).toBeCloseTo((-0.2 + noise) / 0.4, 9);
    expect(result.limit).toMatchObject({ tier: "fail", text: "a fall of at most 10 %" });
    expect(result.limit?.threshold).toBeCloseTo(0.04, 12);
    expect(result.reason).toBe(
      "−50 % (−62.4 % to −37.6 %), 20 % against 40 % expected of 1,000 documents: beyond the limit, a fall of at most 10 %",
    );
  });

  test("treats a drawn candidate like a drawn base", () => {
    const limits = { fail: { max_drop: "10%" } };
    const [drawnBase, drawnCandidate] = [
      distinctOf(limits, [0.3], [0.39, 0.4, 0.41]),
      distinctOf(limits, [0.29, 0.3, 0.31], [0.4]),
    ];
    expect(drawnCandidate.verdict).toBe(drawnBase.verdict);
    expect(drawnCandidate.change?.low).toBeCloseTo(drawnBase.change?.low ?? 0, 12);
    expect(drawnCandidate.change?.high).toBeCloseTo(drawnBase.change?.high ?? 0, 12);
  });

  test("adds the measurements' own intervals to what drawing leaves open", () => {
    const interval = { low: 0.29, high: 0.32, confidence: 0.99, method: "sampled documents" };
    const candidate = {
      ...comparisonOf("distinct_2", [0.3], equal(0.4)),
      measured: [[measurementOf("distinct_2", 0.3, interval)]],
    };
    const policy = policyOf(DISTINCT, { fail: { max_drop: "10%" } });
    const { change } = evaluateGate({ policy, candidate, records: 1000 }).rules[0];
    expect([change?.low, change?.high]).toEqual([expect.closeTo(-0.11, 12), expect.closeTo(-0.08, 12)]);
    expect(change?.method).toContain("sampled documents");
  });

  test("has no relative change from 0, where every rise exceeds every share", () => {
    const zero = distinctOf({ fail: { max_rise: "50%" } }, [0.1], equal(0));
    expect(zero.verdict).toBe("fail");
    expect(zero.change).toMatchObject({ absolute: 0.1, relative: null, relativeLow: null, relativeHigh: null });
    expect(zero.reason).toBe(
      "+10 pp, 10 % against 0 % expected of 1,000 documents: beyond the limit, a rise of at most 50 %",
    );
    expect(distinctOf({ fail: { max_rise: "50%" } }, [0], equal(0)).verdict).toBe("pass");
    expect(distinctOf({ fail: { max_rise: { abs: "20pp" } } }, [0.1], equal(0)).verdict).toBe("pass");
    expect(distinctOf({ fail: { max_rise: { rel: "50%", abs: "20pp", need: "both" } } }, [0.1], equal(0)).verdict).toBe(
      "pass",
    );
  });
});

describe("evaluateGate() does not evaluate", () => {
  const policy = policyOf(DISTINCT, { fail: { max_drop: "10%" } });

  test("a scope that was not measured", () => {
    const { verdict, exitCode, rules } = evaluateGate({ policy, records: 1000 });
    expect([verdict, exitCode, rules[0].verdict]).toEqual(["not_evaluated", 2, "not_evaluated"]);
    expect(rules[0].reason).toBe("the scope candidate was not measured");
  });

  test("a measurement that is not there", () => {
    const candidate = comparisonOf("distinct_1", [0.3], [0.3, 0.3]);
    expect(evaluateGate({ policy, candidate, records: 1000 }).rules[0].reason).toBe("not measured in the candidate");
  });

  test("a value that the corpus does not allow, and hands its reason on", () => {
    const absent = notMeasurable({
      family: "ngram-entropy",
      id: "distinct_2",
      signature: "ngram-entropy|v:1",
      reason: "no pairs",
    });
    const candidate = { measured: [[absent]], reference: [[absent]], documents: 1000 };
    const [rule] = evaluateGate({ policy, candidate, records: 1000 }).rules;
    expect([rule.verdict, rule.value]).toEqual(["not_evaluated", null]);
    expect(rule.reason).toBe("no value in the candidate: no pairs");
  });

  test("a reference of which one draw has no value", () => {
    const absent = notMeasurable({
      family: "ngram-entropy",
      id: "distinct_2",
      signature: "ngram-entropy|v:1",
      reason: "no pairs",
    });
    const candidate = comparisonOf("distinct_2", [0.1], [0.4, 0.4]);
    const reference = [...candidate.reference, [absent]];
    const [rule] = evaluateGate({ policy, candidate: { ...candidate, reference }, records: 1000 }).rules;
    expect(rule.verdict).toBe("not_evaluated");
    expect(rule.reason).toBe("no value in the base in 1 of 3 draws: no pairs");
  });

  test.each([NaN, Infinity, -Infinity])("the value %d of a hand-made record", (value) => {
    const broken = { ...measurementOf("distinct_2", 0.4), value };
    const candidate = { ...comparisonOf("distinct_2", [], [0.4, 0.4]), measured: [[broken]] };
    expect(evaluateGate({ policy, candidate, records: 1000 }).rules[0].verdict).toBe("not_evaluated");
  });

  test("an interval that is no interval", () => {
    const interval = { low: NaN, high: NaN, confidence: 0.95, method: "none" };
    const candidate = {
      ...comparisonOf("distinct_2", [], [0.4, 0.4]),
      measured: [[{ ...measurementOf("distinct_2", 0.4), interval }]],
    };
    expect(evaluateGate({ policy, candidate, records: 1000 }).rules[0].verdict).toBe("not_evaluated");
  });

  test("values measured with different settings, and names these", () => {
    const other = {
      ...measurementOf("distinct_2", 0.4),
      signature: "ngram-entropy|tokenizer:whitespace|budget:1000|v:1",
    };
    const candidate = { ...comparisonOf("distinct_2", [0.4]), reference: [[other], [other]] };
    const [rule] = evaluateGate({ policy, candidate, records: 1000 }).rules;
    expect(rule.verdict).toBe("not_evaluated");
    expect(rule.reason).toBe("measured with different settings: tokenizer, budget");
    expect(rule.change).toBeNull();
  });

  test("draws that were measured with different settings among themselves", () => {
    const other = { ...measurementOf("distinct_2", 0.4), signature: "ngram-entropy|tokenizer:whitespace|v:1" };
    const candidate = comparisonOf("distinct_2", [0.4], [0.4]);
    const reference = [...candidate.reference, [other]];
    const [rule] = evaluateGate({ policy, candidate: { ...candidate, reference }, records: 1000 }).rules;
    expect(rule.reason).toContain("tokenizer");
  });

  test("a change without a reference, even when another limit of the rule holds", () => {
    const both = policyOf(DISTINCT, { warn: { min: 0.1 }, fail: { max_drop: "10%" } });
    const candidate = comparisonOf("distinct_2", [0.4]);
    expect(evaluateGate({ policy: both, candidate, records: 1000 }).rules[0].verdict).toBe("not_evaluated");
  });

  test("a change without a reference, unless another limit proves a failure", () => {
    const both = policyOf(DISTINCT, { fail: { min: 0.5, max_drop: "10%" } });
    const candidate = comparisonOf("distinct_2", [0.4]);
    expect(evaluateGate({ policy: both, candidate, records: 1000 }).rules[0].verdict).toBe("fail");
  });

  test("fewer records than the policy wants", () => {
    const candidate = comparisonOf("distinct_2", [0.1], [0.4, 0.4], 199);
    const [rule] = evaluateGate({ policy, candidate, records: 199 }).rules;
    expect(rule.reason).toBe("too few new documents: 199, and at least 200 are needed");
    expect([rule.verdict, rule.value]).toEqual(["not_evaluated", 0.1]);
    expect(evaluateGate({ policy, candidate: { ...candidate, documents: 200 }, records: 200 }).rules[0].verdict).toBe(
      "fail",
    );
  });

  test("a base too small to draw enough from", () => {
    const candidate = comparisonOf("distinct_2", [0.1], [0.4, 0.4], 50);
    const reasonOf = (drawnFrom?: { measured: number; reference: number }): string =>
      evaluateGate({ policy, candidate: { ...candidate, drawnFrom }, records: 5000 }).rules[0].reason;
    expect(reasonOf()).toContain("50, and at least 200 are needed");
    expect(reasonOf({ measured: 5000, reference: 100 })).toBe(
      "the base has too few documents: of its 100 only 50 can be drawn to compare with, and at least 200 are needed",
    );
  });

  test("too few documents before what follows from it", () => {
    const reason = "it needs at least 2 documents";
    const absent = notMeasurable({ family: "ngram-entropy", id: "distinct_2", signature: "ngram-entropy|v:1", reason });
    const candidate = { measured: [[absent]], reference: [[absent]], documents: 1 };
    expect(evaluateGate({ policy, candidate, records: 1 }).rules[0].reason).toContain("too few new documents: 1,");
  });

  test("no records at all, not even for rules that a single record suffices for", () => {
    const overlap = comparisonOf("exact_duplicate_rate", [0], [], 0);
    const nothing = evaluateGate({ policy: policyOf(RATE, { fail: { max: "5%" } }), overlap, records: 0 });
    expect([nothing.verdict, nothing.exitCode]).toEqual(["not_evaluated", 2]);
  });

  test("but does evaluate exact copies and overlap from one record on", () => {
    const overlap = comparisonOf("exact_duplicate_rate", [1], [], 1);
    expect(evaluateGate({ policy: policyOf(RATE, { fail: { max: "5%" } }), overlap, records: 1 }).exitCode).toBe(1);
    const copies = policyOf("candidate.exact_duplicate_rate", { fail: { max: "5%" } });
    const candidate = comparisonOf("exact_duplicate_rate", [0.5], [], 2);
    expect(evaluateGate({ policy: copies, candidate, records: 2 }).exitCode).toBe(1);
  });
});

describe("evaluateGate() says that a batch is already in the base", () => {
  const policy = policyOf(RATE, { fail: { max: "5%" } });
  const reasonOf = (share: number): string =>
    evaluateGate({ policy, overlap: comparisonOf("exact_duplicate_rate", [share], [], 100), records: 100 }).rules[0]
      .reason;

  test("when all of it is, when most of it is, and not otherwise", () => {
    expect(reasonOf(1)).toBe("100 %: beyond the limit, at most 5 %; every new document is already in the base");
    expect(reasonOf(0.6)).toMatch(/; most new documents are already in the base$/);
    expect(reasonOf(0.3)).not.toContain("already");
  });

  test("and never of copies within the batch", () => {
    const within = policyOf("candidate.exact_duplicate_rate", { fail: { max: "5%" } });
    const candidate = comparisonOf("exact_duplicate_rate", [1], [], 100);
    expect(evaluateGate({ policy: within, candidate, records: 100 }).rules[0].reason).not.toContain("already");
  });
});

describe("evaluateGate() writes self-BLEU as papers do", () => {
  test("as a number, not as a share", () => {
    const policy = policyOf("candidate.self_bleu_3", { fail: { max: "50%" } });
    const candidate = comparisonOf("self_bleu_3", [0.75], [], 1000);
    expect(evaluateGate({ policy, candidate, records: 1000 }).rules[0].reason).toBe(
      "0.75: beyond the limit, at most 0.5",
    );
  });
});

describe("evaluateGate()", () => {
  const policy = parsePolicy({
    version: 1,
    rules: {
      [RATE]: { warn: { max: "2%" }, fail: { max: "5%" } },
      [DISTINCT]: { fail: { max_drop: "10%" } },
    },
  });
  const run = (rate: number, distinct: number, onInconclusive: "warn" | "fail" = "warn", reference = [0.4, 0.4]) =>
    evaluateGate({
      policy: { ...policy, gate: { ...policy.gate, onInconclusive } },
      overlap: comparisonOf("exact_duplicate_rate", [rate]),
      candidate: comparisonOf("distinct_2", [distinct], reference),
      records: 1000,
    });

  test("passes when every rule passes", () => {
    expect(run(0, 0.4)).toMatchObject({ verdict: "pass", exitCode: 0, counts: { pass: 2 } });
  });

  test("warns when a rule warns, and still exits 0", () => {
    expect(run(0.03, 0.4)).toMatchObject({ verdict: "warn", exitCode: 0, counts: { pass: 1, warn: 1 } });
  });

  test("fails when one rule fails, with exit code 1", () => {
    expect(run(0.06, 0.4)).toMatchObject({ verdict: "fail", exitCode: 1, counts: { fail: 1, pass: 1 } });
    expect(run(0.03, 0.1)).toMatchObject({ verdict: "fail", exitCode: 1, counts: { fail: 1, warn: 1 } });
  });

  test("does what the policy says of a limit inside the interval", () => {
    expect(run(0, 0.37, "warn", [0.37, 0.4, 0.43])).toMatchObject({ verdict: "warn", exitCode: 0 });
    expect(run(0, 0.37, "fail", [0.37, 0.4, 0.43])).toMatchObject({
      verdict: "fail",
      exitCode: 1,
      counts: { fail: 0 },
    });
  });

  test("never fails because a warning limit is undecided", () => {
    const warning = policyOf(DISTINCT, { warn: { max_drop: "10%" } }, { on_inconclusive: "fail" });
    const candidate = comparisonOf("distinct_2", [0.37], [0.37, 0.4, 0.43]);
    expect(evaluateGate({ policy: warning, candidate, records: 1000 })).toMatchObject({ verdict: "warn", exitCode: 0 });
  });

  test("does not call it a pass when one of the rules could not be evaluated", () => {
    const result = evaluateGate({ policy, overlap: comparisonOf("exact_duplicate_rate", [0]), records: 1000 });
    expect(result).toMatchObject({ verdict: "warn", exitCode: 0, counts: { pass: 1, not_evaluated: 1 } });
  });

  test("is not evaluated by a policy without rules, which only a hand-made one can be", () => {
    expect(evaluateGate({ policy: { ...policy, rules: [] }, records: 1000 })).toMatchObject({
      verdict: "not_evaluated",
      exitCode: 2,
    });
  });

  test("keeps the order of the policy and is plain data without NaN", () => {
    const result = run(0.06, 0.3, "warn", [0.37, 0.4, 0.43]);
    expect(result.rules.map(({ rule }) => rule)).toEqual([RATE, DISTINCT]);
    expect(structuredClone(result)).toEqual(result);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  test.each([-1, 1.5, NaN])("refuses %d records", (records) => {
    expect(() => evaluateGate({ policy, records })).toThrow(RangeError);
  });
});
