import type { Measurement } from "@corpulse/measurement";
import type { Finding, NamedDocument } from "./finding.ts";
import type { InputSummary, Report } from "./report.ts";

function orderInput({ path, format, compression, bytes, documents, rejected, blank }: InputSummary): InputSummary {
  return { path, format, compression, bytes, documents, rejected, blank };
}

function orderDocument({ input, line, byte, remark, excerpt }: NamedDocument): NamedDocument {
  return { input, line, byte, remark, excerpt };
}

function orderFinding({ severity, rule, family, id, title, detail, documents, ngrams }: Finding): Finding {
  return {
    severity,
    rule,
    family,
    id,
    title,
    detail,
    documents: documents.map(orderDocument),
    ngrams: ngrams.map(({ order, tokens, count, documents: holders }) => ({
      order,
      tokens,
      count,
      documents: holders,
    })),
  };
}

function orderMeasurement(measurement: Measurement): Measurement {
  const { family, id, value, unit, range, direction, sizeDependent, exact, interval, parts, signature, reason } =
    measurement;
  const ordered = { family, id, value, unit, range, direction, sizeDependent, exact, interval, parts, signature };
  return reason === undefined ? ordered : { ...ordered, reason };
}

function checkFinite(key: string, value: unknown): unknown {
  if (typeof value === "number" && !Number.isFinite(value)) {
    throw new RangeError(`Cannot write JSON: every number must be finite, current value is ${value} in ${key}`);
  }
  return value;
}

/** Writes a record as JSON: two spaces, a line end at the end, and an error instead of a number that JSON does not have. */
export function writeJson(record: unknown): string {
  return `${JSON.stringify(record, checkFinite, 2)}\n`;
}

/** The inputs with their keys in the order of the schema. */
export function orderInputs(inputs: readonly InputSummary[]): readonly InputSummary[] {
  return inputs.map(orderInput);
}

/**
 * A report for programs, as `REPORT_SCHEMA` describes it. Keys stand in a fixed order, so that equal reports give equal
 * bytes; text of the corpus stays as it is, in JSON's escapes.
 *
 * @throws {RangeError} when a number is not finite
 * @example
 * ```ts
 * import { buildReport, formatJson } from "@corpulse/report";
 *
 * JSON.parse(formatJson(buildReport({ inputs: [], settings: {}, measurements: [] }))).schemaVersion; // 1
 * ```
 */
export function formatJson({ schemaVersion, inputs, settings, findings, measurements }: Report): string {
  return writeJson({
    schemaVersion,
    inputs: orderInputs(inputs),
    settings,
    findings: findings.map(orderFinding),
    measurements: measurements.map(orderMeasurement),
  });
}
