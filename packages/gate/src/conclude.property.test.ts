import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { conclude } from "./conclude.ts";
import { VERDICTS } from "./gate-result.ts";

const limit = fc.constantFrom("warn" as const, "fail" as const).map((tier) => ({
  tier,
  bound: { kind: "max" as const, at: 0.5 },
  threshold: 0.5,
  text: "at most 50 %",
}));
const rules = fc.array(fc.record({ verdict: fc.constantFrom(...VERDICTS), limit }), { maxLength: 6 });
const onInconclusive = fc.constantFrom("warn" as const, "fail" as const);

describe("conclude()", () => {
  test("does not mind the order of the rules", () => {
    fc.assert(
      fc.property(rules, onInconclusive, (list, open) => {
        expect(conclude(list.toReversed(), open)).toEqual(conclude(list, open));
      }),
    );
  });

  test("exits 1 exactly when the verdict is fail, 2 exactly when nothing was evaluated, else 0", () => {
    fc.assert(
      fc.property(rules, onInconclusive, (list, open) => {
        const { verdict, exitCode } = conclude(list, open);
        expect(exitCode).toBe({ fail: 1, not_evaluated: 2, warn: 0, pass: 0 }[verdict]);
        expect(verdict === "not_evaluated").toBe(list.every((rule) => rule.verdict === "not_evaluated"));
      }),
    );
  });

  test("passes exactly when there are rules and every one passes", () => {
    fc.assert(
      fc.property(rules, onInconclusive, (list, open) => {
        const all = list.length > 0 && list.every(({ verdict }) => verdict === "pass");
        expect(conclude(list, open).verdict === "pass").toBe(all);
      }),
    );
  });

  test("counts every rule once", () => {
    fc.assert(
      fc.property(rules, (list) => {
        const { counts } = conclude(list, "warn");
        expect(Object.keys(counts)).toEqual([...VERDICTS]);
        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(list.length);
      }),
    );
  });

  test("is never better for a failing rule more", () => {
    fc.assert(
      fc.property(rules, onInconclusive, (list, open) => {
        expect(conclude([...list, { verdict: "fail", limit: null }], open)).toMatchObject({
          verdict: "fail",
          exitCode: 1,
        });
      }),
    );
  });
});
