import { describe, expect, test } from "vitest";
import { FACTS } from "./facts.ts";
import { measured, notMeasurable } from "./measurement.ts";

const signature = "self-bleu|order:4|v:1";
const selfBleu = { family: "self-bleu", id: "self_bleu_4", signature } as const;
const tokens = { family: "size", id: "tokens", signature: "size|v:1" } as const;

describe("measured()", () => {
  test("completes a value by what the registry says of its id", () => {
    expect(measured({ ...selfBleu, value: 0.25, parts: { precisions: [0.5, 0.25] } })).toEqual({
      family: "self-bleu",
      id: "self_bleu_4",
      value: 0.25,
      unit: "fraction",
      range: [0, 1],
      direction: "lower",
      sizeDependent: true,
      exact: true,
      interval: null,
      parts: { precisions: [0.5, 0.25] },
      signature,
    });
  });

  test("is exact exactly when there is no interval", () => {
    const interval = { low: 0.2, high: 0.3, confidence: 0.95, method: "sampled documents" };
    const estimated = measured({ ...selfBleu, value: 0.25, interval });
    expect(estimated.exact).toBe(false);
    expect(estimated.interval).toEqual(interval);
    expect(measured({ ...selfBleu, value: 0.25, interval: null }).exact).toBe(true);
  });

  test("takes the facts of the family, where two families share an id", () => {
    expect(measured({ family: "size", id: "types", value: 3, signature }).direction).toBe("higher");
    expect(() => measured({ family: "self-bleu", id: "types", value: 3, signature })).toThrow(RangeError);
  });

  test("brings a value that rounding carried past an end back to that end", () => {
    expect(measured({ ...selfBleu, value: 1 + 2 ** -52 }).value).toBe(1);
    expect(measured({ ...selfBleu, value: -1e-17 }).value).toBe(0);
    expect(measured({ ...tokens, value: -1e-17 }).value).toBe(0);
  });

  test.each([NaN, Infinity, -Infinity, -0.01, 1.01])("refuses %d as a fraction", (value) => {
    expect(() => measured({ ...selfBleu, value })).toThrow(RangeError);
  });

  test.each([NaN, Infinity, -Infinity, -1])("refuses %d as a count, which has no highest value", (value) => {
    expect(() => measured({ ...tokens, value })).toThrow(RangeError);
  });

  test("holds both ends of the range of every id", () => {
    for (const { family, id, range } of FACTS) {
      const [low, high] = range;
      expect(measured({ family, id, value: low, signature }).value).toBe(low);
      expect(measured({ family, id, value: high ?? 1e15, signature }).value).toBe(high ?? 1e15);
      expect(() => measured({ family, id, value: low - 0.1, signature })).toThrow(RangeError);
      expect(() => measured({ family, id, value: (high ?? Infinity) + 0.1, signature })).toThrow(RangeError);
    }
  });

  test("says what was wrong with which id", () => {
    expect(() => measured({ ...selfBleu, value: 2 })).toThrow(
      "Cannot record self_bleu_4: the value must be finite and in 0…1, current value is 2",
    );
  });

  test("refuses an unknown id", () => {
    expect(() => measured({ ...selfBleu, id: "self_bleu_9", value: 0 })).toThrow(/self_bleu_9/);
  });
});

describe("notMeasurable()", () => {
  test("has no value and says why", () => {
    const reason = "a self-BLEU needs at least 2 documents, there is 1";
    expect(notMeasurable({ ...selfBleu, reason, parts: { documents: 1 } })).toEqual({
      family: "self-bleu",
      id: "self_bleu_4",
      value: null,
      unit: "fraction",
      range: [0, 1],
      direction: "lower",
      sizeDependent: true,
      exact: true,
      interval: null,
      parts: { documents: 1 },
      signature,
      reason,
    });
  });

  test("leaves `reason` to records without a value", () => {
    expect(measured({ ...selfBleu, value: 0 })).not.toHaveProperty("reason");
  });

  test("refuses an unknown id", () => {
    expect(() => notMeasurable({ ...selfBleu, id: "self_bleu_1", reason: "none" })).toThrow(RangeError);
  });
});
