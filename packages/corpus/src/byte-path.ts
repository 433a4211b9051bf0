import { EACH, type FieldPath } from "./field-path.ts";

/** One step as it is found in bytes: a member by its name in UTF-8, an element by its number, or every element. */
export type ByteStep = Uint8Array | number | typeof EACH;

/** A field as it is looked for in the bytes of a record. */
export interface BytePath {
  /** The name of the record's member that it lies in; `null` when the way begins at the record itself. */
  readonly member: Uint8Array | null;
  /** The way from there. */
  readonly steps: readonly ByteStep[];
}

/** The same path; `null` when bytes cannot spell one of its names. */
export function bytePath({ steps }: FieldPath): BytePath | null {
  if (steps.some((step) => typeof step === "string" && !step.isWellFormed())) return null;
  const spelt = steps.map((step) => (typeof step === "string" ? new TextEncoder().encode(step) : step));
  const [first, ...rest] = spelt;
  return first instanceof Uint8Array ? { member: first, steps: rest } : { member: null, steps: spelt };
}
