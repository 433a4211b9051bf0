import { fieldNamed, parseFieldPath } from "./field-path.ts";
import { readField } from "./read-field.ts";

/** Fields that are the text wherever they occur, the surest first. */
const TEXT_FIELDS: readonly string[] = "text content body document sentence story article passage review caption".split(
  " ",
);

/** Fields that are the text together, the surest first; `?` marks a field that a record may lack. */
const TEXT_TEMPLATES: readonly (readonly string[])[] = [
  ["prompt", "completion"],
  ["prompt", "response"],
  ["prompt", "chosen"],
  ["instruction", "input?", "output"],
  ["instruction", "context?", "response"],
  ["instruction", "instances[].input?", "instances[].output"],
  ["instruction", "response"],
  ["question", "answer"],
  ["question", "response"],
  ["query", "response"],
  ["input", "output"],
  ["input", "target"],
  ["source", "target"],
  ["premise", "hypothesis"],
  ["sentence1", "sentence2"],
  ["messages[].content"],
  ["conversations[].value"],
  ["conversations[].content"],
  ["conversation[].content"],
  ["chosen"],
  ["chosen[].content"],
];

/** How many times longer than any other field one must be to be taken for the text. */
const CLEARLY_LONGER = 3;

interface FieldUse {
  readonly name: string;
  readonly meanLength: number;
}

/** A field that is text in more records than not: the odd record without it is a reject, not another format. */
function isTextField(records: readonly object[], names: readonly string[], field: string): boolean {
  const path = parseFieldPath(field);
  // Most fields that are tried occur nowhere, and finding words for what each record has instead takes long.
  if (!names.includes(String(path.steps[0]))) return false;
  const texts = records.filter((record) => typeof readField(record, path) === "string");
  return texts.length > records.length / 2;
}

function fieldUses(records: readonly object[], names: readonly string[]): readonly FieldUse[] {
  const uses = names
    .filter((name) => isTextField(records, names, fieldNamed(name)))
    .map((name) => {
      const path = parseFieldPath(fieldNamed(name));
      const lengths = records.map((record) => readField(record, path)).filter((text) => typeof text === "string");
      return { name, meanLength: lengths.reduce((sum, text) => sum + text.length, 0) / lengths.length };
    });
  return uses.toSorted((a, b) => b.meanLength - a.meanLength);
}

function knownTemplate(records: readonly object[], names: readonly string[]): string | undefined {
  for (const fields of TEXT_TEMPLATES) {
    const parts = fields.map((field) => ({ field: field.replace("?", ""), optional: field.endsWith("?") }));
    if (!parts.every(({ field, optional }) => optional || isTextField(records, names, field))) continue;
    const present = parts.filter(
      ({ field, optional }) =>
        !optional || records.some((record) => typeof readField(record, parseFieldPath(field)) === "string"),
    );
    if (present.length === 1) return present[0].field;
    return present.map(({ field, optional }) => `{${field}${optional ? "?" : ""}}`).join("\\n");
  }
  return undefined;
}

/** The names of all fields of some records, in order of first appearance. */
export function fieldNames(records: readonly unknown[]): readonly string[] {
  return [...new Set(records.flatMap((record) => (isObject(record) ? Object.keys(record) : [])))];
}

function isObject(record: unknown): record is object {
  return typeof record === "object" && record !== null && !Array.isArray(record);
}

/**
 * Finds the text of records that look like these: the one obvious field, fields that are known to belong together, the only
 * field of text, or the one that is clearly the longest. `undefined` when nothing is obvious.
 */
export function detectSelector(records: readonly unknown[]): string | undefined {
  const objects = records.filter(isObject);
  if (objects.length === 0) return records.some((record) => typeof record === "string") ? "." : undefined;
  const names = fieldNames(objects);
  const obvious = TEXT_FIELDS.find((field) => isTextField(objects, names, field)) ?? knownTemplate(objects, names);
  if (obvious !== undefined) return obvious;
  const [longest, next] = fieldUses(objects, names);
  if (longest === undefined) return undefined;
  const clear = next === undefined || longest.meanLength >= CLEARLY_LONGER * next.meanLength;
  return clear ? fieldNamed(longest.name) : undefined;
}
