import {
  count,
  document,
  family,
  id,
  inputs,
  interval,
  type JsonSchema,
  list,
  number,
  oneOf,
  orNull,
  record,
  settings,
  text,
  truth,
} from "./json-schema.ts";
import { SCHEMA_VERSION } from "./report.ts";

const namedDocument = record({
  input: text,
  line: { type: "integer", minimum: 1 },
  byte: count,
  remark: text,
  excerpt: text,
});

const finding = record({
  severity: oneOf(["alarm", "warning", "note"]),
  rule: text,
  family,
  id,
  title: text,
  detail: text,
  documents: list(namedDocument),
  ngrams: list(record({ order: { type: "integer", minimum: 1 }, tokens: list(text), count, documents: count })),
});

const part: JsonSchema = { anyOf: [{ type: ["number", "string", "boolean", "null"] }, list(number)] };

const measurement = record(
  {
    family,
    id,
    value: orNull(number),
    unit: oneOf(["documents", "tokens", "types", "bits", "fraction", "distance", "score"]),
    range: { type: "array", prefixItems: [number, orNull(number)], minItems: 2, maxItems: 2 },
    direction: oneOf(["higher", "lower", "neither"]),
    sizeDependent: truth,
    exact: truth,
    interval,
    parts: { type: "object", additionalProperties: part },
    signature: text,
    reason: text,
  },
  ["reason"],
);

/** The JSON Schema (draft 2020-12) of what `formatJson` writes; also the file `@corpulse/report/schema/report.v1.json`. */
export const REPORT_SCHEMA: JsonSchema = document(
  "report.v1.json",
  "Corpulse report",
  record({
    schemaVersion: { const: SCHEMA_VERSION },
    inputs,
    settings,
    findings: list(finding),
    measurements: list(measurement),
  }),
);
