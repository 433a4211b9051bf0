import { FACTS, notMeasurable } from "@corpulse/measurement";
import { describe, expect, test } from "vitest";
import { buildReport } from "./build-report.ts";
import { displayWidth } from "./display-width.ts";
import { SAMPLE_MEASUREMENTS, SAMPLE_REPORT } from "./fixtures/sample-report.ts";
import { formatTerminal } from "./format-terminal.ts";

const lines = (text: string) => text.split("\n");

/** The words of a text, wherever its lines end. */
const flat = (text: string) => text.replace(/\s+/g, " ");

describe("formatTerminal()", () => {
  const text = formatTerminal(SAMPLE_REPORT);

  test("gives the verdict first, then what was read", () => {
    expect(lines(text)[0]).toBe("✗ ALARM  1 finding spoils this corpus, 3 more deserve a look.");
    expect(flat(text)).toContain("1,300 documents, 54,210 tokens from 2 inputs; text: instruction; tokenizer: words");
  });

  test("names the worst offenders with place and text", () => {
    expect(text).toContain("data/base.jsonl:12   Describe how a lighthouse keeper");
    expect(text).toContain("data/base.jsonl:88  4 times  List three fruits that are red. Use one");
    expect(text).toContain("104 documents  it is important to note");
  });

  test.each([80, 40])("has every number of the registry by its title at %i columns", (columns) => {
    const all = flat(formatTerminal(SAMPLE_REPORT, { columns }));
    for (const { title } of FACTS) expect(all).toContain(title.replace(/: (.+)$/, " ($1)"));
  });

  test("says what the numbers mean in this corpus", () => {
    expect(flat(text)).toContain("Of 100 word pairs in a new document about 26 would be new.");
    expect(flat(text)).toContain("Two random documents are near-copies once in 4,300 draws.");
    expect(flat(text)).toContain("Keeping one of each group would drop 300 of 1,300 documents.");
    expect(flat(text)).toContain("Of 100 word triples 42 stand in others too.");
  });

  test("marks direction and certainty of each number", () => {
    expect(text).toMatch(/^ +25\.8 % ↑ {2}New word pairs in a new document +exact$/m);
    expect(text).toMatch(/^ +23\.1 % ↓ {2}Removable near-copies +\[23\.1, 23\.2\] %$/m);
    expect(text).toMatch(/^ +30\.9 % · {2}Candidates before verification/m);
    expect(flat(text)).toContain("↑ more is more diverse, ↓ less is, · neither. Exact, unless [low, high] is given.");
  });

  test("shows the primary panel first within its family", () => {
    const order = ["New word pairs in a new", "Types at a token", "Entropy of words:", "Self-BLEU-3", "Self-BLEU-2"];
    const places = order.map((title) => text.indexOf(title));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test("stays within 110 lines although everything is wrong with this corpus", () => {
    expect(lines(text).length).toBeLessThan(110);
    const healthy = buildReport({ ...SAMPLE_REPORT, measurements: SAMPLE_MEASUREMENTS });
    expect(lines(formatTerminal({ ...healthy, findings: [] })).length).toBeLessThan(90);
  });

  test("fills the width but never exceeds it", () => {
    for (const columns of [20, 40, 63, 64, 80, 100]) {
      const widths = lines(formatTerminal(SAMPLE_REPORT, { columns })).map(displayWidth);
      expect(Math.max(...widths)).toBeLessThanOrEqual(columns);
      expect(Math.max(...widths)).toBeGreaterThan(columns - 8);
    }
  });

  test("writes ASCII alone where there is no Unicode", () => {
    expect(formatTerminal(SAMPLE_REPORT, { unicode: false })).toMatch(/^[\x20-\x7E\n]*$/);
  });

  test("writes the same text with colours as without", () => {
    const painted = formatTerminal(SAMPLE_REPORT, { color: true });
    expect(painted).toContain("\x1b[1;31m✗ ALARM\x1b[0m");
    // oxlint-disable-next-line no-control-regex -- the codes are what is looked for
    expect(painted.replace(/\x1b\[[\d;]*m/g, "")).toBe(text);
  });

  test("says why a value is missing", () => {
    const [first] = SAMPLE_MEASUREMENTS.filter(({ id }) => id === "self_bleu_3");
    const absent = notMeasurable({ ...first, reason: "a self-BLEU needs at least 2 documents, the corpus has 1" });
    const shown = flat(formatTerminal(buildReport({ inputs: [], settings: {}, measurements: [absent] })));
    expect(shown).toContain("Not measured: a self-BLEU needs at least 2 documents, the corpus has 1.");
  });

  test("speaks of characters where the tokenizer cuts characters", () => {
    const report = { ...SAMPLE_REPORT, settings: { ...SAMPLE_REPORT.settings, tokenizer: "characters" } };
    expect(flat(formatTerminal(report))).toContain("Of 100 character pairs in a new document about 26 would be new.");
    expect(formatTerminal({ ...report, findings: [] })).not.toMatch(/\bword/);
  });

  test("refuses a width that is none", () => {
    expect(() => formatTerminal(SAMPLE_REPORT, { columns: 0 })).toThrow(RangeError);
  });

  test("calls nothing exact that was not measured", () => {
    const measurements = SAMPLE_REPORT.measurements.map((one) => ({
      ...one,
      value: null,
      interval: null,
      reason: "why",
    }));
    for (const columns of [80, 40]) {
      const shown = formatTerminal(buildReport({ ...SAMPLE_REPORT, measurements }), { columns });
      expect(shown.slice(shown.indexOf("VARIETY"))).not.toContain("exact");
    }
  });
});
