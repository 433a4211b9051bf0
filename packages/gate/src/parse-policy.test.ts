import { describe, expect, test } from "vitest";
import { failing, REFUSED, withRules } from "./fixtures/refused-policies.ts";
import { parsePolicy } from "./parse-policy.ts";
import { PolicyError } from "./policy-error.ts";

function refusal(data: unknown): PolicyError {
  try {
    parsePolicy(data);
  } catch (error) {
    if (error instanceof PolicyError) return error;
    throw error;
  }
  throw new Error("the policy was accepted");
}

describe("parsePolicy()", () => {
  test("fills in every default", () => {
    expect(parsePolicy(failing({ max_drop: "10%" }))).toEqual({
      version: 1,
      gate: { minRecords: 200, onInconclusive: "warn", proof: "bad", draws: 10 },
      measure: {},
      rules: [
        {
          rule: "candidate.distinct_2",
          scope: "candidate",
          family: "ngram-entropy",
          id: "distinct_2",
          warn: [],
          fail: [{ kind: "max_drop", rel: 0.1, abs: null, need: "either" }],
        },
      ],
      off: [],
    });
  });

  test("reads every setting", () => {
    const gate = { min_records: 50, on_inconclusive: "fail", proof: "good", draws: 20 };
    const measure = {
      text: "{instruction}\n{output}",
      tokenizer: "natural:treebank",
      keep_case: true,
      vectors: "embedding",
      shingle: "chars:5",
      similarity: 0.7,
      seed: -3,
    };
    const policy = parsePolicy({
      $schema: "x",
      version: 1,
      gate,
      measure,
      rules: { "merged.types": { warn: { min: 9 } } },
    });
    expect(policy.gate).toEqual({ minRecords: 50, onInconclusive: "fail", proof: "good", draws: 20 });
    const { keep_case: keepCase, ...others } = measure;
    expect(policy.measure).toEqual({ ...others, keepCase });
  });

  test.each([
    [{ max: 0.05 }, { kind: "max", at: 0.05 }],
    [{ max: "5%" }, { kind: "max", at: 0.05 }],
    [{ max: "0.5 %" }, { kind: "max", at: 0.005 }],
    [{ min: "12.5%" }, { kind: "min", at: 0.125 }],
    [{ max_drop: 0 }, { kind: "max_drop", rel: 0, abs: null, need: "either" }],
    [{ max_rise: "250%" }, { kind: "max_rise", rel: 2.5, abs: null, need: "either" }],
    [{ max_rise: { abs: "1pp" } }, { kind: "max_rise", rel: null, abs: 0.01, need: "either" }],
    [{ max_drop: { rel: "5%", abs: 0.02, need: "both" } }, { kind: "max_drop", rel: 0.05, abs: 0.02, need: "both" }],
  ])("reads the limit %j", (limit, bound) => {
    expect(parsePolicy(failing(limit)).rules[0].fail).toEqual([bound]);
  });

  test("takes types for those at a token budget, which compare", () => {
    expect(parsePolicy(failing({ min: 10 }, "candidate.types")).rules[0].family).toBe("ngram-entropy");
  });

  test("keeps the order of the rules and lists those that are off", () => {
    const rules = {
      "merged.types": { warn: { min: 1 } },
      "overlap.exact_duplicate_rate": "off",
      "candidate.mtld": { warn: { min: 1 } },
    };
    const policy = parsePolicy(withRules(rules));
    expect(policy.rules.map(({ rule }) => rule)).toEqual(["merged.types", "candidate.mtld"]);
    expect(policy.off).toEqual(["overlap.exact_duplicate_rate"]);
  });

  test("accepts entries that are undefined as absent, as JavaScript callers leave them", () => {
    expect(parsePolicy({ ...failing({ max: 0.5 }), gate: undefined }).rules).toHaveLength(1);
  });
});

describe("parsePolicy() refuses", () => {
  test.each(REFUSED)("%s", (_, data, path, problem) => {
    const error = refusal(data);
    expect(error.problems.map((one) => one.path)).toContainEqual(path);
    expect(error.problems.find((one) => one.path.join("\n") === path.join("\n"))?.problem).toMatch(problem);
    expect(error.message).toMatch(/^Cannot use the policy: /);
    expect(error.message).not.toMatch(/[\p{Cc}\p{Cf}\n]/u);
  });

  test.each([
    [{ max: "6%" }, { max: "5%" }, "max"],
    [{ min: 0.3 }, { min: 0.4 }, "min"],
    [{ max_drop: "10%" }, { max_drop: 0.05 }, "max_drop"],
    [
      { max_rise: { rel: 0.2, abs: 0.1, need: "both" } },
      { max_rise: { rel: 0.2, abs: 0.1, need: "either" } },
      "max_rise",
    ],
    [{ max_rise: { abs: 0.1 } }, { max_rise: { rel: 0.2 } }, "max_rise"],
  ])("a warning %j that is looser than the failure %j", (warn, fail, kind) => {
    const error = refusal(withRules({ "candidate.distinct_2": { warn, fail } }));
    expect(error.path).toEqual(["rules", "candidate.distinct_2", "warn", kind]);
    expect(error.problem).toMatch(/at least as strict/);
  });

  test.each([
    [{ max: "5%" }, { max: "5%" }],
    [{ min: 0.5 }, { min: 0.4 }],
    [{ max_drop: { rel: 0.05, abs: 0.01, need: "either" } }, { max_drop: { rel: 0.05 } }],
    [{ max_rise: { rel: 0.25, abs: 0.01, need: "both" } }, { max_rise: { rel: 0.5, abs: 0.03, need: "both" } }],
    [{ max: "5%" }, { max_rise: "1%" }],
  ])("no warning %j that is as strict as the failure %j", (warn, fail) => {
    expect(parsePolicy(withRules({ "candidate.distinct_2": { warn, fail } })).rules).toHaveLength(1);
  });

  test("all mistakes at once, the first of them in the message", () => {
    const error = refusal({ version: 3, rules: { a: "off", "candidate.mtld": { warn: { max: "1%" } } } });
    expect(error.problems).toHaveLength(3);
    expect(error.message).toContain(error.problem);
    expect(error.message).toMatch(/; 2 more to mend$/);
  });

  test("a hostile number of mistakes with a bounded answer", () => {
    const rules = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`candidate.nothing_${index}`, "off"]));
    const error = refusal(withRules(rules));
    expect(error.problems).toHaveLength(20);
    expect(error.message.length).toBeLessThan(300);
  });

  test("a policy that contains itself", () => {
    const loop: Record<string, unknown> = { version: 1 };
    loop.rules = loop;
    expect(refusal(loop).problems.length).toBeGreaterThan(0);
    expect(refusal(failing({ max: loop })).problem).toMatch(/a mapping/);
  });
});
