import { EACH, type FieldPath, type Step } from "./field-path.ts";
import type { Problem } from "./reject.ts";
import { visibleExcerpt } from "./visible.ts";

const NAMES_SHOWN = 10;

const quote = (name: string): string => `"${visibleExcerpt(name, 40)}"`;

/** The names of a record's fields, the first few of them. */
export function listFields(names: readonly string[]): string {
  const shown = names.slice(0, NAMES_SHOWN).map(quote).join(", ");
  const more = names.length - NAMES_SHOWN;
  return more > 0 ? `${shown} and ${more} more` : shown;
}

/** What a JSON value is, in words. */
export function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

function missing(path: FieldPath, why: string): Problem {
  const what = path.steps.length === 0 ? "no text" : `no field ${quote(path.source)}`;
  return { reason: "missing_field", detail: `has ${what}: ${why}` };
}

function fieldsOf(record: object): string {
  const names = Object.keys(record);
  return names.length === 0 ? "it has no fields" : `its fields are ${listFields(names)}`;
}

/** The value one step further, `undefined` when there is none. Own properties only: prototypes are no data. */
function stepInto(value: unknown, step: string | number): unknown {
  if (value === null || typeof value !== "object") return undefined;
  if (typeof step === "number") return Array.isArray(value) && step < value.length ? value[step] : undefined;
  return !Array.isArray(value) && Object.hasOwn(value, step) ? Reflect.get(value, step) : undefined;
}

function whyAbsent(value: unknown, step: Step): string {
  const wanted = typeof step === "string" ? "object" : "list";
  const isList = Array.isArray(value);
  if (typeof value !== "object" || value === null || isList !== (wanted === "list")) {
    return `where ${step === EACH ? "a list" : quote(String(step))} is looked for there is ${kindOf(value)}`;
  }
  return isList ? `the list has ${value.length} elements` : fieldsOf(value);
}

/** What `[]` finds: the texts of all elements that have one, a line each. A list without any is like a missing value. */
function readEach(values: readonly unknown[], path: FieldPath, next: number): string | null | Problem {
  const texts: string[] = [];
  let firstMissing: Problem | null = null;
  for (const value of values) {
    const found = readFrom(value, path, next);
    if (typeof found === "string") texts.push(found);
    else if (found?.reason === "not_text") return found;
    else firstMissing ??= found;
  }
  return texts.length > 0 ? texts.join("\n") : firstMissing;
}

function readFrom(start: unknown, path: FieldPath, from: number): string | null | Problem {
  let value = start;
  for (let at = from; at < path.steps.length; at++) {
    const step = path.steps[at];
    if (value === null) return null;
    if (step === EACH) {
      return Array.isArray(value) ? readEach(value, path, at + 1) : missing(path, whyAbsent(value, step));
    }
    const found = stepInto(value, step);
    if (found === undefined) return missing(path, whyAbsent(value, step));
    value = found;
  }
  if (typeof value === "string" || value === null) return value;
  const where = path.steps.length === 0 ? "" : ` in field ${quote(path.source)}`;
  return { reason: "not_text", detail: `has ${kindOf(value)} where text is looked for${where}` };
}

/** The text at a path of a record; `null` when the value there is null; a problem when there is none, or no text. */
export function readField(record: unknown, path: FieldPath): string | null | Problem {
  return readFrom(record, path, 0);
}

/** The value at a path without `[]`, of any type; `undefined` when there is none. */
export function valueAt(record: unknown, { steps }: FieldPath): unknown {
  return steps.reduce((value, step) => (step === EACH ? undefined : stepInto(value, step)), record);
}

/** The problem of a field whose value is null. */
export function nullField(path: FieldPath): Problem {
  return missing(path, "it is null");
}
