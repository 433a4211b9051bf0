import { measured, type Measurement, notMeasurable } from "@corpulse/measurement";
import { describe, expect, test } from "vitest";
import { buildReport } from "./build-report.ts";
import type { Evidence } from "./evidence.ts";
import type { Finding } from "./finding.ts";
import {
  SAMPLE_EVIDENCE,
  SAMPLE_INPUTS,
  SAMPLE_MEASUREMENTS,
  SAMPLE_REPORT,
  SAMPLE_SETTINGS,
} from "./fixtures/sample-report.ts";
import { reportVerdict } from "./report-verdict.ts";

const NOTHING: Evidence = { repeatedNgrams: [], clusters: [], exactGroups: [], redundantDocuments: [] };

/** The sample with some values replaced; near-duplicates and evidence start clean. */
function report(values: Readonly<Record<string, number>>, evidence: Partial<Evidence> = {}, inputs = SAMPLE_INPUTS) {
  const clean: Readonly<Record<string, number>> = {
    exact_duplicate_rate: 0,
    near_duplicate_affected_rate: 0,
    near_duplicate_largest_cluster: 0,
    ...values,
  };
  const measurements = SAMPLE_MEASUREMENTS.map((one): Measurement =>
    clean[one.id] === undefined ? one : measured({ ...one, value: clean[one.id], interval: null, parts: {} }),
  );
  return buildReport({ inputs, settings: SAMPLE_SETTINGS, measurements, evidence: { ...NOTHING, ...evidence } });
}

const severities = (findings: readonly Finding[]) => findings.map(({ rule, severity }) => `${rule} ${severity}`);

/** A report of a corpus in which so many documents share five words. */
const shared = (documents: number) =>
  report({}, { repeatedNgrams: [{ order: 5, tokens: ["a", "b", "c", "d", "e"], count: documents, documents }] });

describe("buildReport()", () => {
  test("finds nothing in a corpus without copies, templates or even lengths", () => {
    expect(report({}).findings).toEqual([]);
    expect(reportVerdict(report({}))).toBe("no alarm");
  });

  test("keeps inputs, settings and measurements as they are", () => {
    expect(SAMPLE_REPORT).toMatchObject({ schemaVersion: 1, inputs: SAMPLE_INPUTS, settings: SAMPLE_SETTINGS });
    expect(SAMPLE_REPORT.measurements).toBe(SAMPLE_MEASUREMENTS);
  });

  test("lists alarms before warnings before notes", () => {
    expect(SAMPLE_REPORT.findings.map(({ severity }) => severity)).toEqual([
      "alarm",
      "warning",
      "warning",
      "warning",
      "note",
    ]);
  });

  test.each([
    [{ exact_duplicate_rate: 0.0199 }, "exact-copies note"],
    [{ exact_duplicate_rate: 0.02 }, "exact-copies warning"],
    [{ exact_duplicate_rate: 0.1 }, "exact-copies alarm"],
    [{ near_duplicate_affected_rate: 0.05 }, "near-copies warning"],
    [{ near_duplicate_affected_rate: 0.15 }, "near-copies alarm"],
    [{ near_duplicate_largest_cluster: 9 }, "largest-group note"],
    [{ near_duplicate_largest_cluster: 13 }, "largest-group warning"],
    [{ near_duplicate_largest_cluster: 130 }, "largest-group alarm"],
    [{ document_length_sd: 4.1 }, "even-lengths warning"],
    [{ document_length_p05: 0 }, "empty-documents warning"],
    [{ document_length_p05: 0, document_length_p50: 0 }, "empty-documents alarm"],
  ])("%o gives %s", (values, expected) => {
    expect(severities(report(values).findings)).toEqual([expected]);
  });

  test("says nothing of near-copies below the warning", () => {
    expect(report({ near_duplicate_affected_rate: 0.0499 }).findings).toEqual([]);
  });

  test("calls a shared sequence a template from 5 % of the documents on, and an alarm from 20 %", () => {
    expect(severities(shared(64).findings)).toEqual(["template note"]);
    expect(severities(shared(65).findings)).toEqual(["template warning"]);
    expect(severities(shared(260).findings)).toEqual(["template alarm"]);
  });

  test("never calls four words or five characters a template", () => {
    const pairs = [{ order: 4, tokens: ["the", "total", "number", "of"], count: 900, documents: 900 }];
    expect(severities(report({}, { repeatedNgrams: pairs }).findings)).toEqual(["template note"]);
    const letters = [{ order: 5, tokens: ["t", "h", "e", " ", "c"], count: 900, documents: 900 }];
    const { findings } = buildReport({
      inputs: [],
      settings: { tokenizer: "characters+keep-case" },
      measurements: SAMPLE_MEASUREMENTS.filter(({ family }) => family === "size"),
      evidence: { ...NOTHING, repeatedNgrams: letters },
    });
    expect(severities(findings)).toContain("template note");
  });

  test("rests no alarm on what may be an error of measurement: it judges the low end of an interval", () => {
    const rate = SAMPLE_MEASUREMENTS.map((one) =>
      one.id === "near_duplicate_affected_rate"
        ? measured({ ...one, value: 0.16, interval: { low: 0.14, high: 0.18, confidence: 0.95, method: "sampled" } })
        : one,
    );
    const { findings } = buildReport({ inputs: SAMPLE_INPUTS, settings: {}, measurements: rate });
    expect(severities(findings)).toContain("near-copies warning");
  });

  test("judges the largest group by its star, because a chain is no group", () => {
    const chain = { size: 500, star: 3, similarity: 0.8, documents: [] };
    const { findings } = report({ near_duplicate_largest_cluster: 500 }, { clusters: [chain] });
    expect(severities(findings)).toEqual(["largest-group note"]);
  });

  test("warns of a corpus that is too small, and raises no alarm in it", () => {
    const { findings } = report({ documents: 20, exact_duplicate_rate: 0.5 });
    expect(severities(findings)).toEqual(["too-small warning", "exact-copies warning"]);
  });

  test("raises an alarm for an empty corpus", () => {
    expect(reportVerdict(buildReport({ inputs: [], settings: {}, measurements: [] }))).toBe("alarm");
  });

  test("counts records that could not be read", () => {
    const broken = [{ ...SAMPLE_INPUTS[0], rejected: 11, documents: 989 }];
    expect(severities(report({}, {}, broken).findings)).toEqual(["unreadable-records warning"]);
  });

  test("takes a blank record for a text that is missing, and a blank line of plain text for none", () => {
    const blank = { ...SAMPLE_INPUTS[0], blank: 100, documents: 900 };
    expect(severities(report({}, {}, [blank]).findings)).toEqual(["empty-documents alarm"]);
    expect(report({}, {}, [{ ...blank, format: "text" }]).findings).toEqual([]);
  });

  test("says what it could not judge, so that silence is not taken for health", () => {
    const measurements = SAMPLE_MEASUREMENTS.map((one) =>
      one.id === "near_duplicate_affected_rate" ? notMeasurable({ ...one, reason: "of a test" }) : one,
    );
    const { findings } = buildReport({ inputs: SAMPLE_INPUTS, settings: {}, measurements });
    const unjudged = findings.find(({ rule }) => rule === "unjudged");
    expect(unjudged?.title).toBe("Not judged: near-copies");
    expect(unjudged?.detail).toMatch(/The reason: .+\.$|in this run/);
  });

  test("never judges numbers that move with the size of a corpus", () => {
    const extremes = {
      self_bleu_3: 1,
      distinct_2: 0.001,
      entropy_1: 0.1,
      vendi_1: 1,
      unseen_mass_2: 0,
      mean_nearest_distance: 0,
    };
    expect(report(extremes).findings).toEqual([]);
  });

  test("keeps text of the corpus out of titles and details", () => {
    for (const { title, detail } of SAMPLE_REPORT.findings) {
      expect(`${title} ${detail}`).not.toMatch(/lighthouse|red fruits|important to note/);
    }
    expect(SAMPLE_EVIDENCE.clusters[0].documents[0].excerpt).toMatch(/lighthouse/);
  });

  test("refuses measurements that are no list", () => {
    // @ts-expect-error -- from JavaScript anything may come
    expect(() => buildReport({ inputs: [], settings: {}, measurements: {} })).toThrow(TypeError);
  });
});
