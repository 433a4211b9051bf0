import { FACTS, FAMILIES } from "@corpulse/measurement";

/** A JSON Schema as plain data. */
export type JsonSchema = { readonly [keyword: string]: unknown };

export const text: JsonSchema = { type: "string" };
export const number: JsonSchema = { type: "number" };
export const count: JsonSchema = { type: "integer", minimum: 0 };
export const truth: JsonSchema = { type: "boolean" };

/** The schema of a list. */
export function list(items: JsonSchema): JsonSchema {
  return { type: "array", items };
}

/** The schema of one of a few words. */
export function oneOf(words: readonly string[]): JsonSchema {
  return { enum: [...words] };
}

/** The schema of something that may be absent as `null`. */
export function orNull(schema: JsonSchema): JsonSchema {
  return { anyOf: [schema, { type: "null" }] };
}

/** The schema of a record with exactly these fields, all of them required but those named as optional. */
export function record(fields: Readonly<Record<string, JsonSchema>>, optional: readonly string[] = []): JsonSchema {
  return {
    type: "object",
    required: Object.keys(fields).filter((field) => !optional.includes(field)),
    properties: fields,
    additionalProperties: false,
  };
}

/** The schema of a whole file, which other versions of it do not match. */
export function document(name: string, title: string, schema: JsonSchema): JsonSchema {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: `https://unpkg.com/@corpulse/report/schema/${name}`,
    title,
    ...schema,
  };
}

export const family: JsonSchema = oneOf(FAMILIES);
export const id: JsonSchema = oneOf([...new Set(FACTS.map((facts) => facts.id))]);
export const settings: JsonSchema = { type: "object", additionalProperties: { type: ["string", "number", "boolean"] } };

export const interval: JsonSchema = orNull(
  record({ low: number, high: number, confidence: { type: "number", minimum: 0, maximum: 1 }, method: text }),
);

export const inputs: JsonSchema = list(
  record({
    path: text,
    format: text,
    compression: text,
    bytes: count,
    documents: count,
    rejected: count,
    blank: count,
  }),
);
