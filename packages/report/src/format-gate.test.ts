import { describe, expect, test } from "vitest";
import { SAMPLE_GATE } from "./fixtures/sample-gate.ts";
import { formatGateMarkdown } from "./format-gate-markdown.ts";
import { formatGateTerminal } from "./format-gate-terminal.ts";
import type { GateRun } from "./gate-run.ts";

const PASSED: GateRun = {
  ...SAMPLE_GATE,
  result: {
    verdict: "pass",
    exitCode: 0,
    counts: { fail: 0, warn: 0, inconclusive: 0, not_evaluated: 0, pass: 3 },
    rules: SAMPLE_GATE.result.rules.filter(({ verdict }) => verdict === "pass"),
  },
};

const flat = (text: string) => text.replace(/\s+/g, " ");

describe("formatGateTerminal()", () => {
  const text = formatGateTerminal(SAMPLE_GATE);

  test("gives the verdict first and last", () => {
    expect(text.split("\n")[0]).toMatch(/^✗ FAIL {2}1 of 7 rules fails, 1 warns/);
    expect(text.split("\n").at(-2)).toBe("✗ FAIL  exit 1");
  });

  test("expands what did not pass, the gravest first, and folds the rest", () => {
    const heads = text.match(/^[✗!?–] [A-Z ]+ {2}\w+\.\w+$/gm);
    expect(heads).toEqual([
      "✗ FAIL  overlap.near_duplicate_affected_rate",
      "! WARN  candidate.types",
      "? UNSURE  candidate.mean_nearest_distance",
      "– NOT EVALUATED  merged.unseen_mass_2",
    ]);
    expect(text).toContain("✓ 3 passed\n    2.00 %  overlap.exact_duplicate_rate\n    48.2 %  candidate.distinct_2\n");
  });

  test("says how many records and which", () => {
    expect(text).toContain("90 of 300 records, among them:");
    expect(text).toContain("data/copied.jsonl.gz:4 ~ data/base.jsonl:19 (0.94)");
  });

  test("says once why several rules were not evaluated, and names no records behind them", () => {
    const open = SAMPLE_GATE.result.rules.map((rule) => ({
      ...rule,
      verdict: "not_evaluated" as const,
      reason: "why",
    }));
    const shown = formatGateTerminal({ ...SAMPLE_GATE, result: { ...SAMPLE_GATE.result, rules: open } });
    expect(shown.match(/NOT EVALUATED {2}/g)).toHaveLength(open.length);
    expect(shown.match(/Why\./g)).toHaveLength(1);
    expect(shown).not.toContain("records");
  });

  test("says of examples that they are some of the records only when there are more", () => {
    const [rule] = SAMPLE_GATE.result.rules;
    const document = { input: "a", line: 1, byte: 0 };
    const evidence = { records: 1, of: 1, examples: [{ document }] };
    const result = { ...SAMPLE_GATE.result, rules: [{ ...rule, evidence }] };
    expect(formatGateTerminal({ ...SAMPLE_GATE, result })).toContain("1 of 1 record:\n    a:1\n");
  });

  test("says value and limit", () => {
    expect(flat(text)).toContain("30 % (30 % to 30.2 %): beyond the limit, at most 5 %.");
  });

  test("is short when all is well", () => {
    expect(formatGateTerminal(PASSED).split("\n").length).toBeLessThan(15);
    expect(formatGateTerminal(PASSED)).toMatch(/^✓ PASS {2}All 3 rules pass\.\n/);
  });
});

describe("formatGateMarkdown()", () => {
  const text = formatGateMarkdown(SAMPLE_GATE);

  test("opens with the verdict", () => {
    expect(text.split("\n")[1]).toMatch(/^### ❌ Corpus gate: 1 of 7 rules fails, .* on 300 new documents$/);
  });

  test("has a row for each rule that did not pass, with records by place", () => {
    expect(text.match(/^\| (❌|⚠️|❔|➖) \|/gmu)).toHaveLength(4);
    expect(text).toContain("90 of 300<br>`data/copied.jsonl.gz:4` like `data/base.jsonl:19`");
  });

  test("is a headline and folds when all is well", () => {
    const [, headline, , next] = formatGateMarkdown(PASSED).split("\n");
    expect([headline, next]).toEqual([
      "### ✅ Corpus gate: All 3 rules pass on 300 new documents",
      "<details><summary>3 rules passed</summary>",
    ]);
  });

  test("stays under 60,000 characters with 5,000 failing rules and counts them all", () => {
    const [rule] = SAMPLE_GATE.result.rules;
    const rules = Array.from({ length: 5000 }, () => rule);
    const counts = { ...SAMPLE_GATE.result.counts, fail: 5000, warn: 0, inconclusive: 0, not_evaluated: 0, pass: 0 };
    const huge = formatGateMarkdown({ ...SAMPLE_GATE, result: { ...SAMPLE_GATE.result, rules, counts } });
    expect(huge.length).toBeLessThanOrEqual(60_000);
    expect(huge).toContain("5,000 of 5,000 rules fail");
    expect(huge).toMatch(/… and \d[\d,]+ more in the JSON report\./);
  });
});
