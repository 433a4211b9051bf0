import { describe, expect, test } from "vitest";
import { UsageError } from "./usage-error.ts";
import { resolveSettings } from "./settings.ts";

describe("resolveSettings()", () => {
  test("fills in the defaults", () => {
    expect(resolveSettings({})).toMatchObject({ tokenizer: "words", shingle: "words:3", similarity: 0.8, seed: 0 });
  });

  test("puts families in their order, whatever order they were asked for in", () => {
    expect(resolveSettings({ only: ["self-bleu", "size"] }).families).toEqual(["size", "self-bleu"]);
  });

  test.each([
    [{ similarity: 0 }, /in 0.1…1/],
    [{ similarity: Number.NaN }, /in 0.1…1/],
    [{ similarity: 1.1 }, /in 0.1…1/],
    [{ seed: 0.5 }, /--seed must be an integer/],
    [{ workers: 0 }, /--workers must be a positive integer/],
    [{ only: [] }, /at least one family/],
    [{ only: ["entropy" as "size"] }, /current value is entropy/],
    [{ shingle: "bytes:3" }, /bytes:3/],
  ])("refuses %j", (options, message) => {
    expect(() => resolveSettings(options)).toThrow(UsageError);
    expect(() => resolveSettings(options)).toThrow(message);
  });
});
