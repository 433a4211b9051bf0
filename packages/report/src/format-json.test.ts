import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { SAMPLE_GATE } from "./fixtures/sample-gate.ts";
import { SAMPLE_REPORT } from "./fixtures/sample-report.ts";
import { formatGateJson } from "./format-gate-json.ts";
import { formatJson } from "./format-json.ts";
import { GATE_SCHEMA } from "./gate-schema.ts";
import { REPORT_SCHEMA } from "./report-schema.ts";

const shipped = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../schema/${name}`, import.meta.url), "utf8"));

/** The same record with its keys set in the other order. */
function reverse<Item extends object>(item: Item): Item {
  const turned = { ...item };
  for (const [key, value] of Object.entries(item).toReversed()) {
    Reflect.deleteProperty(turned, key);
    Reflect.set(turned, key, value);
  }
  return turned;
}

describe("formatJson()", () => {
  test("is valid against the shipped schema, every record with every field", () => {
    const validate = new Ajv2020({ strict: true, strictTypes: false, strictTuples: false }).compile(REPORT_SCHEMA);
    expect(validate(JSON.parse(formatJson(SAMPLE_REPORT)))).toBe(true);
    expect(validate({ ...SAMPLE_REPORT, findings: undefined })).toBe(false);
    expect(validate({ ...SAMPLE_REPORT, time: 1 })).toBe(false);
  });

  test("gives equal bytes for equal reports, in whatever order their keys were set", () => {
    const { schemaVersion, inputs, settings, findings, measurements } = SAMPLE_REPORT;
    const reversed = {
      measurements: measurements.map((one) => ({ ...reverse(one), parts: one.parts })),
      findings: findings.map((one) => ({ ...reverse(one), documents: one.documents.map(reverse) })),
      settings,
      inputs: inputs.map(reverse),
      schemaVersion,
    };
    expect(formatJson(reversed)).toBe(formatJson(SAMPLE_REPORT));
  });

  test("ends with a line end and is indented by two", () => {
    expect(formatJson(SAMPLE_REPORT)).toMatch(/^\{\n {2}"schemaVersion": 1,\n[^]*\n\}\n$/);
  });

  test("refuses a number that JSON does not have", () => {
    const broken = { ...SAMPLE_REPORT, settings: { similarity: Number.NaN } };
    expect(() => formatJson(broken)).toThrow("Cannot write JSON: every number must be finite, current value is NaN");
  });
});

describe("formatGateJson()", () => {
  test("is valid against the shipped schema and says what the exit code says", () => {
    const validate = new Ajv2020({ strict: true, strictTypes: false }).compile(GATE_SCHEMA);
    const parsed: unknown = JSON.parse(formatGateJson(SAMPLE_GATE));
    expect(validate(parsed)).toBe(true);
    expect(parsed).toMatchObject({
      schemaVersion: 1,
      verdict: "fail",
      exitCode: 1,
      policy: { source: "corpulse.yaml" },
    });
  });
});

describe("the shipped schemas", () => {
  test("are the exported ones", () => {
    expect(shipped("report.v1.json")).toEqual(REPORT_SCHEMA);
    expect(shipped("gate.v1.json")).toEqual(GATE_SCHEMA);
  });
});
