import { FAMILIES, type Family } from "@corpulse/measurement";
import { parseShingle } from "@corpulse/near-duplicates";
import { UsageError } from "./usage-error.ts";

/** The settings that change what is measured, with the names of the flags that set them. */
export interface MeasureOptions {
  /** Which field or template of a record is the text. @default detected from the first records */
  readonly text?: string;
  /** `words`, `whitespace`, `characters` or `natural:NAME`. @default "words" */
  readonly tokenizer?: string;
  /** @default false */
  readonly keepCase?: boolean;
  /** The families to measure. @default all */
  readonly only?: readonly Family[];
  /** The field that holds each document's vector. @default none: the offline lexical embedding */
  readonly vectors?: string;
  /** `words:N` or `chars:N`. @default "words:3" */
  readonly shingle?: string;
  /** The Jaccard similarity from which two documents are near-copies. @default 0.8 */
  readonly similarity?: number;
  /** @default 0 */
  readonly seed?: number;
  /** How many threads may work at once; the result does not depend on it. @default as many as the machine has cores */
  readonly workers?: number;
  /** How many unreadable records are left out before a corpus is refused. @default 0 */
  readonly maxBadRecords?: number;
}

/** Settings with every default filled in and every value checked. */
export interface Settings {
  readonly text: string | undefined;
  readonly tokenizer: string;
  readonly keepCase: boolean;
  readonly families: readonly Family[];
  readonly vectors: string | undefined;
  readonly shingle: string;
  readonly similarity: number;
  readonly seed: number;
  readonly workers: number | undefined;
  readonly maxBadRecords: number;
}

function check(fulfilled: boolean, rule: string, value: unknown): void {
  if (!fulfilled)
    throw new UsageError(`Cannot measure: ${rule}, current value is ${value === "" ? '""' : String(value)}`);
}

/**
 * Fills in the defaults and checks what was given.
 *
 * @throws {UsageError} when a value is out of range or unknown
 */
export function resolveSettings({
  text,
  tokenizer = "words",
  keepCase = false,
  only = FAMILIES,
  vectors,
  shingle = "words:3",
  similarity = 0.8,
  seed = 0,
  workers,
  maxBadRecords = 0,
}: MeasureOptions): Settings {
  for (const family of only) check(FAMILIES.includes(family), `--only takes ${FAMILIES.join(", ")}`, family);
  check(only.length > 0, "--only must name at least one family", "none");
  check(similarity >= 0.1 && similarity <= 1, "--similarity must be in 0.1…1", similarity);
  check(Number.isSafeInteger(seed), "--seed must be an integer", seed);
  check(
    workers === undefined || (Number.isInteger(workers) && workers >= 1),
    "--workers must be a positive integer",
    workers,
  );
  check(
    Number.isInteger(maxBadRecords) && maxBadRecords >= 0,
    "--max-bad-records must be a whole number",
    maxBadRecords,
  );
  try {
    parseShingle(shingle);
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
  const families = FAMILIES.filter((family) => only.includes(family));
  return { text, tokenizer, keepCase, families, vectors, shingle, similarity, seed, workers, maxBadRecords };
}
