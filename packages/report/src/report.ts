import type { Measurement, Settings } from "@corpulse/measurement";
import type { Finding } from "./finding.ts";

/** Rises when a field of the record is renamed, removed or given another meaning; a new field leaves it. */
export const SCHEMA_VERSION = 1;

/** What was read from one input. */
export interface InputSummary {
  /** As the user named it, never made absolute. */
  readonly path: string;
  readonly format: string;
  readonly compression: string;
  readonly bytes: number;
  /** Records that became documents. */
  readonly documents: number;
  /** Records that could not be read and were left out. */
  readonly rejected: number;
  /** Lines or texts with nothing in them, left out. */
  readonly blank: number;
}

/** The one record that every format of a corpus report is made from. It holds no time, no host and no absolute path. */
export interface Report {
  readonly schemaVersion: typeof SCHEMA_VERSION;
  readonly inputs: readonly InputSummary[];
  /** Every setting that can change a number, by name, as plain values: `text`, `tokenizer`, `similarity` and so on. */
  readonly settings: Settings;
  /** What stands out, the worst first. */
  readonly findings: readonly Finding[];
  /** Every number, in the order of the registry. */
  readonly measurements: readonly Measurement[];
}
