import { describe, expect, test } from "vitest";
import { parsePolicy } from "./parse-policy.ts";
import { PolicyError } from "./policy-error.ts";

const withRules = (rules: unknown): unknown => ({ version: 1, rules });
const failing = (limit: unknown, rule = "candidate.distinct_2"): unknown => withRules({ [rule]: { fail: limit } });

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
    expect(parsePolicy({ ...(failing({ max: 0.5 }) as object), gate: undefined }).rules).toHaveLength(1);
  });
});

/** Each refused policy, where its mistake is, and what must be said of it. */
const REFUSED: readonly [string, unknown, (string | number)[], RegExp][] = [
  ["null", null, [], /must be a mapping, current value is null/],
  ["a list", [], [], /must be a mapping, current value is a list/],
  ["a text", "version: 1", [], /must be a mapping/],
  ["an instance", new Map([["version", 1]]), [], /must be a mapping/],
  ["inherited keys", Object.create({ version: 1, rules: {} }), [], /must be a mapping/],
  ["no version", { rules: { "merged.types": { warn: { min: 1 } } } }, [], /version must be 1/],
  [
    "another version",
    { version: 2, rules: { "merged.types": { warn: { min: 1 } } } },
    ["version"],
    /current value is 2/,
  ],
  ["a version in quotes", { version: "1", rules: {} }, ["version"], /current value is "1"/],
  ["no rules", { version: 1 }, [], /rules must be set/],
  ["empty rules", withRules({}), ["rules"], /at least one rule must apply/],
  ["rules that are all off", withRules({ "merged.types": "off" }), ["rules"], /at least one rule must apply/],
  ["rules that are null", withRules(null), ["rules"], /rules must be a mapping, current value is null/],
  [
    "presets",
    { ...(failing({ max: 0.5 }) as object), extends: ["sft"] },
    ["extends"],
    /no key "extends", known keys are .*rules/,
  ],
  ["waivers", { ...(failing({ max: 0.5 }) as object), waivers: "w.yaml" }, ["waivers"], /known keys are/],
  ["a mistyped section", { ...(failing({ max: 0.5 }) as object), mesure: {} }, ["mesure"], /did you mean measure\?/],
  [
    "an unknown setting",
    { ...(failing({ max: 0.5 }) as object), gate: { minrecords: 1 } },
    ["gate", "minrecords"],
    /min_records/,
  ],
  [
    "no records",
    { ...(failing({ max: 0.5 }) as object), gate: { min_records: 0 } },
    ["gate", "min_records"],
    /at least 1/,
  ],
  ["one draw", { ...(failing({ max: 0.5 }) as object), gate: { draws: 1 } }, ["gate", "draws"], /2…1000/],
  ["endless draws", { ...(failing({ max: 0.5 }) as object), gate: { draws: 1e9 } }, ["gate", "draws"], /2…1000/],
  ["a half draw", { ...(failing({ max: 0.5 }) as object), gate: { draws: 2.5 } }, ["gate", "draws"], /whole number/],
  [
    "passing on doubt",
    { ...(failing({ max: 0.5 }) as object), gate: { on_inconclusive: "pass" } },
    ["gate", "on_inconclusive"],
    /warn or fail/,
  ],
  [
    "another proof",
    { ...(failing({ max: 0.5 }) as object), gate: { proof: "none" } },
    ["gate", "proof"],
    /bad or good/,
  ],
  [
    "a null section",
    { ...(failing({ max: 0.5 }) as object), gate: null },
    ["gate"],
    /must be a mapping, current value is null/,
  ],
  [
    "another tokenizer",
    { ...(failing({ max: 0.5 }) as object), measure: { tokenizer: "bpe" } },
    ["measure", "tokenizer"],
    /natural:NAME/,
  ],
  [
    "similarity 0",
    { ...(failing({ max: 0.5 }) as object), measure: { similarity: 0 } },
    ["measure", "similarity"],
    /above 0/,
  ],
  [
    "a shingle of none",
    { ...(failing({ max: 0.5 }) as object), measure: { shingle: "words:0" } },
    ["measure", "shingle"],
    /words:N/,
  ],
  [
    "a rule without scope",
    failing({ max: 0.5 }, "distinct_2"),
    ["rules", "distinct_2"],
    /did you mean candidate\.distinct_2\?/,
  ],
  [
    "a mistyped rule",
    failing({ max: 0.5 }, "candidate.distnct_2"),
    ["rules", "candidate.distnct_2"],
    /did you mean candidate\.distinct_2\?/,
  ],
  ["an unknown scope", failing({ max: 0.5 }, "base.distinct_2"), ["rules", "base.distinct_2"], /there is no rule/],
  ["a rule of no name", failing({ max: 0.5 }, ""), ["rules", ""], /named scope\.id/],
  [
    "an id without overlap",
    failing({ max: 0.5 }, "overlap.distinct_2"),
    ["rules", "overlap.distinct_2"],
    /not defined between two corpora/,
  ],
  [
    "a count that matching sets",
    failing({ min: 5 }, "candidate.documents"),
    ["rules", "candidate.documents"],
    /gate\.min_records/,
  ],
  ["a rule that is false", withRules({ "merged.types": false }), ["rules", "merged.types"], /the word off/],
  ["a rule that is true", withRules({ "merged.types": true }), ["rules", "merged.types"], /must be a mapping/],
  ["a rule without limits", withRules({ "merged.types": {} }), ["rules", "merged.types"], /warn, fail or both/],
  ["a limit without bounds", failing({}), ["rules", "candidate.distinct_2", "fail"], /max, min, max_drop or max_rise/],
  [
    "an unknown tier",
    withRules({ "merged.types": { error: { min: 1 } } }),
    ["rules", "merged.types", "error"],
    /known keys are warn, fail, vs/,
  ],
  [
    "an unknown bound",
    failing({ maximum: 0.1 }),
    ["rules", "candidate.distinct_2", "fail", "maximum"],
    /no key "maximum"/,
  ],
  [
    "5 as a share",
    failing({ max: 5 }),
    ["rules", "candidate.distinct_2", "fail", "max"],
    /in 0…1, current value is 5, did you mean 5%\?/,
  ],
  ["a share below 0", failing({ min: -0.1 }), ["rules", "candidate.distinct_2", "fail", "min"], /in 0…1/],
  ["150 % of a share", failing({ max: "150%" }), ["rules", "candidate.distinct_2", "fail", "max"], /in 0…1/],
  [
    "a count below its range",
    failing({ min: 0.5 }, "candidate.vendi_1"),
    ["rules", "candidate.vendi_1", "fail", "min"],
    /at least 1/,
  ],
  ["a limit nothing exceeds", failing({ max: 1 }), ["rules", "candidate.distinct_2", "fail", "max"], /write off/],
  [
    "a least value that is the least",
    failing({ min: 0 }),
    ["rules", "candidate.distinct_2", "fail", "min"],
    /write off/,
  ],
  [
    "a percentage of tokens",
    failing({ max: "5%" }, "candidate.mtld"),
    ["rules", "candidate.mtld", "fail", "max"],
    /not a share but counted in tokens/,
  ],
  ["NaN", failing({ max: NaN }), ["rules", "candidate.distinct_2", "fail", "max"], /current value is NaN/],
  [
    "infinity",
    failing({ max: Infinity }, "candidate.mtld"),
    ["rules", "candidate.mtld", "fail", "max"],
    /current value is Infinity/,
  ],
  [
    "a number in quotes",
    failing({ max: "0.05" }),
    ["rules", "candidate.distinct_2", "fail", "max"],
    /a number or a percentage/,
  ],
  [
    "an endless percentage",
    failing({ max: `${"9".repeat(400)}%` }),
    ["rules", "candidate.distinct_2", "fail", "max"],
    /a number or a percentage/,
  ],
  [
    "min above max",
    failing({ min: 0.5, max: 0.4 }),
    ["rules", "candidate.distinct_2", "fail"],
    /min must not be above max/,
  ],
  [
    "a negative drop",
    failing({ max_drop: -0.1 }),
    ["rules", "candidate.distinct_2", "fail", "max_drop"],
    /a share of the expected value/,
  ],
  ["a drop of 5", failing({ max_drop: 5 }), ["rules", "candidate.distinct_2", "fail", "max_drop"], /did you mean 5%\?/],
  [
    "a drop of everything",
    failing({ max_drop: "100%" }),
    ["rules", "candidate.distinct_2", "fail", "max_drop"],
    /nothing falls further/,
  ],
  [
    "a drop in points",
    failing({ max_drop: "1pp" }),
    ["rules", "candidate.distinct_2", "fail", "max_drop"],
    /did you mean \{ abs: 1pp \}\?/,
  ],
  [
    "an absolute percentage",
    failing({ max_rise: { abs: "1%" } }),
    ["rules", "candidate.distinct_2", "fail", "max_rise", "abs"],
    /did you mean 1pp\?/,
  ],
  [
    "points of tokens",
    failing({ max_rise: { abs: "1pp" } }, "candidate.mtld"),
    ["rules", "candidate.mtld", "fail", "max_rise", "abs"],
    /percentage points/,
  ],
  [
    "an absolute change of 2",
    failing({ max_rise: { abs: 2 } }),
    ["rules", "candidate.distinct_2", "fail", "max_rise", "abs"],
    /did you mean 2pp\?/,
  ],
  [
    "a change of nothing",
    failing({ max_rise: {} }),
    ["rules", "candidate.distinct_2", "fail", "max_rise"],
    /rel, abs or both/,
  ],
  [
    "both without need",
    failing({ max_rise: { rel: 0.1, abs: 0.1 } }),
    ["rules", "candidate.distinct_2", "fail", "max_rise"],
    /both or either/,
  ],
  [
    "need without both",
    failing({ max_rise: { rel: 0.1, need: "both" } }),
    ["rules", "candidate.distinct_2", "fail", "max_rise", "need"],
    /beside both/,
  ],
  [
    "a list of limits",
    failing({ max_rise: [0.1] }),
    ["rules", "candidate.distinct_2", "fail", "max_rise"],
    /current value is a list/,
  ],
  [
    "a drop in overlap",
    failing({ max_drop: "5%" }, "overlap.exact_duplicate_rate"),
    ["rules", "overlap.exact_duplicate_rate", "fail", "max_drop"],
    /no reference/,
  ],
  [
    "another reference",
    withRules({ "merged.types": { warn: { min: 1 }, vs: "base" } }),
    ["rules", "merged.types", "vs"],
    /matched_base/,
  ],
  [
    "a reference in overlap",
    withRules({ "overlap.exact_duplicate_rate": { warn: { max: 0.1 }, vs: "matched_base" } }),
    ["rules", "overlap.exact_duplicate_rate", "vs"],
    /no reference/,
  ],
  [
    "the key __proto__",
    JSON.parse('{"version":1,"__proto__":{},"rules":{"merged.types":{"warn":{"min":1}}}}'),
    ["__proto__"],
    /no key "__proto__"/,
  ],
  [
    "the rule __proto__",
    JSON.parse('{"version":1,"rules":{"__proto__":{"warn":{"min":1}}}}'),
    ["rules", "__proto__"],
    /no rule __proto__/,
  ],
  ["the rule constructor", failing({ max: 0.5 }, "constructor"), ["rules", "constructor"], /no rule constructor/],
  [
    "the setting toString",
    { ...(failing({ max: 0.5 }) as object), gate: { toString: 1 } },
    ["gate", "toString"],
    /no key "toString"/,
  ],
  [
    "control characters",
    failing({ max: 0.5 }, "candidate.\u001b[2J\u202e"),
    ["rules", "candidate.\u001b[2J\u202e"],
    /candidate\.\\u\{1b\}\[2J\\u\{202e\}/,
  ],
];

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
