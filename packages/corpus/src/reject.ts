/** Why one record is no document. */
export type RejectReason =
  | "invalid_json"
  | "invalid_encoding"
  | "binary"
  | "record_too_large"
  | "too_deep"
  | "missing_field"
  | "not_text"
  | "invalid_vector";

/** What is wrong with a record, without its place. */
export interface Problem {
  readonly reason: RejectReason;
  /** What is to be said after the place, for example `has no field "text"`: one line, safe to print. */
  readonly detail: string;
}

/** A record that became no document, and where it stands. */
export interface Reject extends Problem {
  /** The number of the input. */
  readonly input: number;
  /** From 1. */
  readonly line: number;
  /** Where the line begins in the decompressed input, from 0. */
  readonly byte: number;
}
