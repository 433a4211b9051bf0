import { describe, expect, test } from "vitest";
import { describeBound } from "./describe-bound.ts";

describe("describeBound()", () => {
  test("says what a limit allows, in the unit of the measurement", () => {
    expect(describeBound({ kind: "max", at: 0.05 }, "fraction")).toBe("at most 5 %");
    expect(describeBound({ kind: "min", at: 1500 }, "tokens")).toBe("at least 1,500 tokens");
    expect(describeBound({ kind: "max_drop", rel: 0.1, abs: null, need: "either" }, "distance")).toBe(
      "a fall of at most 10 %",
    );
    expect(describeBound({ kind: "max_rise", rel: null, abs: 0.03, need: "either" }, "fraction")).toBe(
      "a rise of at most 3 pp",
    );
  });

  test("joins two limits by what keeps them, which is the reverse of what exceeds them", () => {
    const limit = { kind: "max_rise", rel: 0.25, abs: 0.01 } as const;
    expect(describeBound({ ...limit, need: "both" }, "fraction")).toBe("a rise of at most 25 % or 1 pp");
    expect(describeBound({ ...limit, need: "either" }, "fraction")).toBe("a rise of at most 25 % and 1 pp");
  });
});
