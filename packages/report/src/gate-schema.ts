import { SCOPES, VERDICTS } from "@corpulse/gate";
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
} from "./json-schema.ts";
import { SCHEMA_VERSION } from "./report.ts";

const locator = record({ input: text, line: { type: "integer", minimum: 1 }, byte: count });

const example = record({ document: locator, match: locator, similarity: number }, ["match", "similarity"]);

const bound: JsonSchema = {
  anyOf: [
    record({ kind: oneOf(["max", "min"]), at: number }),
    record({
      kind: oneOf(["max_drop", "max_rise"]),
      rel: orNull(number),
      abs: orNull(number),
      need: oneOf(["both", "either"]),
    }),
  ],
};

const change = record({
  absolute: number,
  low: number,
  high: number,
  relative: orNull(number),
  relativeLow: orNull(number),
  relativeHigh: orNull(number),
  noise: number,
  confidence: number,
  method: text,
});

const rule = record({
  rule: text,
  scope: oneOf(SCOPES),
  family,
  id,
  verdict: oneOf(VERDICTS),
  value: orNull(number),
  interval,
  reference: orNull(number),
  change: orNull(change),
  documents: orNull(count),
  limit: orNull(record({ tier: oneOf(["warn", "fail"]), bound, threshold: number, text })),
  reason: text,
  evidence: orNull(record({ records: count, of: count, examples: list(example) })),
  signature: orNull(text),
});

/** The JSON Schema (draft 2020-12) of what `formatGateJson` writes; also the file `@corpulse/report/schema/gate.v1.json`. */
export const GATE_SCHEMA: JsonSchema = document(
  "gate.v1.json",
  "Corpulse gate",
  record({
    schemaVersion: { const: SCHEMA_VERSION },
    verdict: oneOf(["pass", "warn", "fail", "not_evaluated"]),
    exitCode: { enum: [0, 1, 2] },
    counts: record(Object.fromEntries(VERDICTS.map((verdict) => [verdict, count]))),
    inputs: record({ base: inputs, candidate: inputs }),
    policy: record({ source: text }),
    settings,
    rules: list(rule),
  }),
);
