import { CorpusError } from "@corpulse/corpus";
import { PolicyError } from "@corpulse/gate";
import { EXIT } from "./exit-codes.ts";

/** A mistake in how a command was called: one line for the user, no stack trace. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** An output that could not be written. */
export class OutputError extends Error {
  override readonly name = "OutputError";
}

/** Whether an error is the user's to mend, so that its message is all there is to say. */
export function isExpected(error: unknown): error is Error {
  return (
    error instanceof UsageError ||
    error instanceof OutputError ||
    error instanceof CorpusError ||
    error instanceof PolicyError
  );
}

/** The exit code that an error stands for. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof UsageError || error instanceof PolicyError) return EXIT.usage;
  if (error instanceof CorpusError) return EXIT.data;
  return EXIT.internal;
}
