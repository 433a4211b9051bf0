import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluateGate } from "./evaluate-gate.ts";
import { comparisonOf, measurementOf } from "./fixtures/measurements.ts";
import type { Verdict } from "./gate-result.ts";
import type { Bound, GateSettings, Policy } from "./policy.ts";

const share = fc.double({ min: 0, max: 1, noNaN: true });
const proof = fc.constantFrom<GateSettings["proof"]>("bad", "good");

const bound: fc.Arbitrary<Bound> = fc.oneof(
  fc.record({ kind: fc.constantFrom("max" as const, "min" as const), at: share }),
  fc.record({
    kind: fc.constantFrom("max_drop" as const, "max_rise" as const),
    rel: share,
    abs: fc.oneof(fc.constant(null), share),
    need: fc.constantFrom("both" as const, "either" as const),
  }),
);

/** A value with its interval, and draws to compare with. */
const found = fc.record({
  value: share,
  below: fc.oneof(fc.constant(0), share),
  above: fc.oneof(fc.constant(0), share),
  reference: fc.array(share, { minLength: 2, maxLength: 6 }),
  onInconclusive: fc.constantFrom<GateSettings["onInconclusive"]>("warn", "fail"),
});

function policy(limits: { warn?: readonly Bound[]; fail?: readonly Bound[] }, gate: Partial<GateSettings>): Policy {
  const settings = { minRecords: 1, onInconclusive: "warn", proof: "bad", draws: 10, ...gate } as const;
  const subject = {
    rule: "candidate.distinct_2",
    scope: "candidate",
    family: "ngram-entropy",
    id: "distinct_2",
  } as const;
  return { version: 1, gate: settings, measure: {}, rules: [{ ...subject, warn: [], fail: [], ...limits }], off: [] };
}

function judge(
  rules: Policy,
  {
    value,
    below,
    above,
    reference,
  }: Pick<typeof found extends fc.Arbitrary<infer T> ? T : never, "value" | "below" | "above" | "reference">,
) {
  const interval = { low: value - below, high: value + above, confidence: 0.95, method: "generated" };
  const measured = [[measurementOf("distinct_2", value, interval)]];
  return evaluateGate({
    policy: rules,
    candidate: { ...comparisonOf("distinct_2", [], reference), measured },
    records: 1000,
  });
}

/** The same limit, stricter by a share of itself. */
function tighten(limit: Bound, by: number): Bound {
  if ("at" in limit)
    return { ...limit, at: limit.kind === "max" ? limit.at * (1 - by) : limit.at + (1 - limit.at) * by };
  const { rel, abs } = limit;
  return { ...limit, rel: rel === null ? null : rel * (1 - by), abs: abs === null ? null : abs * (1 - by) };
}

const BADNESS: readonly Verdict[] = ["pass", "warn", "inconclusive", "fail"];
const badness = (verdict: Verdict): number => BADNESS.indexOf(verdict);

describe("evaluateGate()", () => {
  test("never gets better by tightening the limit of failure", () => {
    fc.assert(
      fc.property(found, bound, share, proof, (data, limit, by, how) => {
        const [loose, tight] = [limit, tighten(limit, by)].map((one) =>
          judge(policy({ fail: [one] }, { proof: how }), data),
        );
        expect(badness(tight.rules[0].verdict)).toBeGreaterThanOrEqual(badness(loose.rules[0].verdict));
        expect(tight.exitCode).toBeGreaterThanOrEqual(loose.exitCode);
      }),
      { numRuns: 1000 },
    );
  });

  test("never gets better by adding a limit", () => {
    fc.assert(
      fc.property(found, bound, bound, proof, (data, first, second, how) => {
        const one = judge(policy({ fail: [first] }, { proof: how }), data);
        const two = judge(policy({ fail: [first, second] }, { proof: how }), data);
        expect(badness(two.rules[0].verdict)).toBeGreaterThanOrEqual(badness(one.rules[0].verdict));
      }),
      { numRuns: 1000 },
    );
  });

  test("never passes by a wider interval what it did not pass by a narrower one", () => {
    fc.assert(
      fc.property(found, bound, bound, share, proof, (data, warn, fail, more, how) => {
        const rules = policy({ warn: [warn], fail: [fail] }, { proof: how });
        const narrow = judge(rules, data).rules[0].verdict;
        const wide = judge(rules, { ...data, below: data.below + more, above: data.above + more }).rules[0].verdict;
        expect(narrow === "pass" || wide !== "pass").toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test("never fails by a wider interval what it did not fail, when bad must be proven", () => {
    fc.assert(
      fc.property(found, bound, share, (data, fail, more) => {
        const rules = policy({ fail: [fail] }, {});
        const narrow = judge(rules, data).rules[0].verdict;
        const wide = judge(rules, { ...data, below: data.below + more, above: data.above + more }).rules[0].verdict;
        expect(narrow === "fail" || wide !== "fail").toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test("leaves nothing open when good must be proven", () => {
    fc.assert(
      fc.property(found, bound, bound, (data, warn, fail) => {
        expect(judge(policy({ warn: [warn], fail: [fail] }, { proof: "good" }), data).counts.inconclusive).toBe(0);
      }),
      { numRuns: 500 },
    );
  });

  test("never passes a value that is none", () => {
    const nothing = fc.constantFrom(null, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY);
    fc.assert(
      fc.property(found, bound, nothing, fc.boolean(), proof, (data, fail, value, inReference, how) => {
        const broken = [{ ...measurementOf("distinct_2", 0.5), value }];
        const whole = comparisonOf("distinct_2", [data.value], data.reference);
        const candidate = inReference
          ? { ...whole, reference: [...whole.reference, broken] }
          : { ...whole, measured: [broken] };
        const { rules } = evaluateGate({ policy: policy({ fail: [fail] }, { proof: how }), candidate, records: 1000 });
        // A limit on the value itself needs no reference, sound or not.
        expect(rules[0].verdict === "not_evaluated" || (inReference && "at" in fail)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test("has no interval of its own when every draw is the same", () => {
    fc.assert(
      fc.property(share, share, fc.integer({ min: 1, max: 12 }), (value, expected, draws) => {
        const candidate = comparisonOf(
          "distinct_2",
          [value],
          Array.from({ length: draws }, () => expected),
        );
        const [{ change, reference }] = evaluateGate({
          policy: policy({ fail: [] }, {}),
          candidate,
          records: 1000,
        }).rules;
        expect(reference).toBe(expected);
        expect(change).toMatchObject({ noise: 0, low: change?.absolute, high: change?.absolute });
      }),
    );
  });

  test("does not mind the order of the draws, to rounding", () => {
    fc.assert(
      fc.property(found, bound, (data, fail) => {
        const rules = policy({ fail: [fail] }, {});
        const [one, other] = [data.reference, data.reference.toReversed()].map((reference) =>
          judge(rules, { ...data, reference }),
        );
        expect(one.rules[0].change?.low).toBeCloseTo(other.rules[0].change?.low ?? Number.NaN, 9);
      }),
    );
  });
});
