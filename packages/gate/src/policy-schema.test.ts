import { readFileSync } from "node:fs";
import { FACTS } from "@corpulse/measurement";
import { Ajv2020 } from "ajv/dist/2020.js";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { REFUSED } from "./fixtures/refused-policies.ts";
import { parsePolicy } from "./parse-policy.ts";
import { PolicyError } from "./policy-error.ts";
import { POLICY_SCHEMA } from "./policy-schema.ts";

const validate = new Ajv2020({ strict: true, strictRequired: false }).compile(POLICY_SCHEMA);

function accepts(data: unknown): boolean {
  try {
    parsePolicy(data);
    return true;
  } catch (error) {
    if (error instanceof PolicyError) return false;
    throw error;
  }
}

/** Refused policies that are sound by their shape alone. */
const UNSEEN: readonly string[] = [
  "rules that are all off",
  "a limit nothing exceeds",
  "a least value that is the least",
  "min above max",
  "a drop of everything",
];

const amount = fc.oneof(
  fc.double({ noNaN: true, min: -0.1, max: 1.5 }),
  fc.constantFrom(0, 1, 2, 100, "0%", "5%", "0.5 %", "99.99%", "100%", "150%", "1pp", "200pp", "5", "%", "-1%", "1e3%"),
);
const change = fc.oneof(
  amount,
  fc.record({ rel: amount, abs: amount, need: fc.constantFrom("both", "either") }, { requiredKeys: [] }),
);
const value = fc.constantFrom("max", "min");
const move = fc.constantFrom("max_drop", "max_rise");
const limit = fc.oneof(
  fc.dictionary(value, amount, { maxKeys: 1 }),
  fc.dictionary(move, change, { minKeys: 1, maxKeys: 1 }),
);
const rule = fc.oneof(
  fc.constant("off"),
  fc.record({ warn: limit, vs: fc.constant("matched_base") }, { requiredKeys: ["warn"] }),
  fc.record({ warn: limit, fail: limit }, { requiredKeys: ["fail"] }),
);
const name = fc
  .tuple(fc.constantFrom("candidate", "merged"), fc.constantFrom(...FACTS.map(({ id }) => id)))
  .map((parts) => parts.join("."));
const policies = fc.record(
  {
    version: fc.constant(1),
    gate: fc.record(
      { draws: fc.constantFrom(2, 10, 1000), proof: fc.constantFrom("bad", "good") },
      { requiredKeys: [] },
    ),
    measure: fc.record(
      { seed: fc.integer(), similarity: fc.constantFrom(0.5, 1), shingle: fc.constantFrom("words:3", "chars:5") },
      { requiredKeys: [] },
    ),
    rules: fc.dictionary(name, rule, { minKeys: 1, maxKeys: 2 }),
  },
  { requiredKeys: ["version", "rules"] },
);

/** Policies as a file holds them: without what is undefined. */
const plain = (data: unknown): unknown => JSON.parse(JSON.stringify(data));

describe("POLICY_SCHEMA", () => {
  test("equals the published file", () => {
    const file = new URL("../schema/gate-policy.v1.json", import.meta.url);
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(POLICY_SCHEMA);
  });

  test("names every rule there is and explains it", () => {
    const rules: Record<string, { description: string }> = JSON.parse(JSON.stringify(POLICY_SCHEMA)).properties.rules
      .properties;
    expect(Object.keys(rules)).toContain("candidate.distinct_2");
    expect(Object.keys(rules)).toContain("overlap.near_duplicate_affected_rate");
    expect(Object.keys(rules)).not.toContain("overlap.distinct_2");
    for (const { description } of Object.values(rules)) expect(description).toMatch(/\. Unit: .*\.$/);
  });

  test("refuses what parsePolicy() refuses, but for what takes more than the shape to see", () => {
    expect(REFUSED.filter(([, data]) => validate(data)).map(([what]) => what)).toEqual(UNSEEN);
  });

  test("refuses nothing that parsePolicy() accepts", () => {
    let accepted = 0;
    fc.assert(
      fc.property(policies, (generated) => {
        const data = plain(generated);
        const sound = accepts(data);
        if (sound) accepted++;
        expect(validate(data) || !sound).toBe(true);
      }),
      { numRuns: 5000, seed: 1 },
    );
    expect(accepted).toBeGreaterThan(300);
  });
});
