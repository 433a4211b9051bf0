import type { FieldPath } from "./field-path.ts";
import { kindOf, valueAt } from "./read-field.ts";
import type { Problem } from "./reject.ts";
import { visibleExcerpt } from "./visible.ts";

function invalid(path: FieldPath, what: string): Problem {
  return { reason: "invalid_vector", detail: `has ${what} in field "${visibleExcerpt(path.source, 40)}"` };
}

/** The vector at a path of a record: numbers that are finite in 32 bits, as many as the vectors before it have. */
export function readVector(record: unknown, path: FieldPath, dimensions: number | null): Float64Array | Problem {
  const value = valueAt(record, path);
  if (value === undefined || value === null) {
    return { reason: "missing_field", detail: `has no vector in field "${visibleExcerpt(path.source, 40)}"` };
  }
  if (!Array.isArray(value)) return invalid(path, `${kindOf(value)} where a vector is looked for`);
  const length = dimensions ?? value.length;
  if (value.length !== length)
    return invalid(path, `a vector of ${value.length} dimensions, the first one has ${length},`);
  if (length === 0) return invalid(path, "an empty vector");
  // A number that JSON cannot hold, such as 1e999, was read as infinite. Vectors are kept in 32 bits, where 1e39 would be.
  const wrong = value.findIndex((entry) => typeof entry !== "number" || !Number.isFinite(Math.fround(entry)));
  if (wrong < 0) return Float64Array.from(value as readonly number[]);
  return invalid(path, `a vector whose entry ${wrong} is no finite 32-bit number`);
}
