import { FACTS } from "@corpulse/measurement";
import { describe, expect, test } from "vitest";
import { SAMPLE_REPORT } from "./fixtures/sample-report.ts";
import { formatMarkdown } from "./format-markdown.ts";
import type { Report } from "./report.ts";

const many = <Item>(item: Item): readonly Item[] => Array.from({ length: 5000 }, () => item);

describe("formatMarkdown()", () => {
  const text = formatMarkdown(SAMPLE_REPORT);

  test("opens with the verdict and the worst finding", () => {
    expect(text.split("\n").slice(0, 2)).toEqual([
      "<!-- corpulse:report -->",
      "### ❌ Corpus report: alarm — 30 % of the documents have a near-copy, and 3 more",
    ]);
  });

  test("says where, and withholds what", () => {
    expect(text).toContain("`data/base.jsonl:12`, `data/base.jsonl:419`");
    expect(text).toContain("3 sequences (text withheld)");
    expect(text).not.toMatch(/lighthouse|fruits|important/);
  });

  test("has a row for every number", () => {
    expect(text.match(/^\| [^|]+ \| [^|]+ \| [↑↓]? ?\| /gmu)?.length).toBeGreaterThanOrEqual(FACTS.length);
  });

  test("is one line and folded tables when nothing stands out", () => {
    const calm = formatMarkdown({ ...SAMPLE_REPORT, findings: [] });
    expect(calm).toContain("### ✅ Corpus report: no alarm\n\nNothing stands out.");
  });

  test("stays under 60,000 characters and says how much it left out", () => {
    const path = "\u202e|`".repeat(80);
    const huge: Report = {
      ...SAMPLE_REPORT,
      inputs: many({ ...SAMPLE_REPORT.inputs[0], path }),
      settings: Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`setting${index}`, path])),
      findings: many(SAMPLE_REPORT.findings[2]),
      measurements: many(SAMPLE_REPORT.measurements[9]),
    };
    expect(formatMarkdown(huge).length).toBeLessThanOrEqual(60_000);
    expect(formatMarkdown(huge)).toMatch(/… and [\d,]+ more in the JSON report\./);
  });
});
