import { factsOf, measured, type Measurement, seededRandom } from "@corpulse/measurement";
import { describe, expect, test } from "vitest";
import type { Comparison } from "./comparison.ts";
import { evaluateGate } from "./evaluate-gate.ts";
import type { GateResult } from "./gate-result.ts";
import { RECOMMENDED_POLICY } from "./recommended-policy.ts";

/**
 * What draws of 250 documents showed, mean and standard deviation: image captions of some 11 words, where they differ most of
 * the corpora tried, the base 8 times as large. The rates of copies are floored at 0.
 */
const SHOWN: Readonly<Record<string, readonly [mean: number, deviation: number]>> = {
  exact_duplicate_rate: [0.002, 0.003],
  near_duplicate_affected_rate: [0.004, 0.004],
  near_duplicate_removable_rate: [0.002, 0.003],
  unseen_mass_2: [0.544, 0.0147],
  distinct_2: [0.656, 0.0116],
  types: [622, 15],
  self_bleu_3: [0.365, 0.0156],
  mean_nearest_distance: [0.615, 0.009],
  document_length_sd: [2.39, 0.25],
};

const random = seededRandom(2026);

/** A normal number, by Box and Muller. */
const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** One batch, some of its statistics moved by so many shares of their mean. */
function batch(moved: Readonly<Record<string, number>> = {}): Measurement[] {
  return Object.entries(SHOWN).map(([id, [mean, deviation]]) => {
    const value = Math.max(0, mean * (1 + (moved[id] ?? 0)) + deviation * normal());
    return measured({ family: factsOf(id).family, id, value, signature: `${factsOf(id).family}|v:1` });
  });
}

function gateOf(moved: Readonly<Record<string, number>> = {}): GateResult {
  const reference = Array.from({ length: RECOMMENDED_POLICY.gate.draws }, () => batch());
  const candidate: Comparison = { measured: [batch(moved)], reference, documents: 250 };
  const overlap: Comparison = { measured: [batch()], reference: [], documents: 250 };
  return evaluateGate({ policy: RECOMMENDED_POLICY, candidate, overlap, records: 250 });
}

const gates = (count: number, moved?: Readonly<Record<string, number>>): GateResult[] =>
  Array.from({ length: count }, () => gateOf(moved));

describe("RECOMMENDED_POLICY", () => {
  test("fails fewer than 1 in 100 batches of the same source, and passes most of them outright", () => {
    const verdicts = gates(2000).map(({ verdict }) => verdict);
    expect(verdicts.filter((verdict) => verdict === "fail").length).toBeLessThan(20);
    expect(verdicts.filter((verdict) => verdict === "pass").length).toBeGreaterThan(1200);
  });

  test.each(["unseen_mass_2", "distinct_2", "types", "mean_nearest_distance"])(
    "fails a batch whose %s falls by two fifths",
    (id) => {
      expect(gates(200, { [id]: -0.4 }).every(({ verdict }) => verdict === "fail")).toBe(true);
    },
  );

  test("fails a batch whose self_bleu_3 rises by four fifths", () => {
    expect(gates(200, { self_bleu_3: 0.8 }).every(({ verdict }) => verdict === "fail")).toBe(true);
  });

  test("evaluates every one of its rules on 250 records", () => {
    expect(gateOf().counts.not_evaluated).toBe(0);
  });

  test("limits what is worse, never what is better", () => {
    for (const { id, family, warn, fail } of RECOMMENDED_POLICY.rules) {
      const worse = factsOf(id, family).direction === "lower" ? ["max", "max_rise"] : ["min", "max_drop"];
      for (const { kind } of [...warn, ...fail]) expect(worse).toContain(kind);
    }
  });
});
