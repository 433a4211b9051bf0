import { CorpusError } from "@corpulse/corpus";
import { PolicyError } from "@corpulse/gate";
import { OutputError } from "./output-error.ts";
import { UsageError } from "./usage-error.ts";

/** What the exit code of every command means. 1 is kept for one thing alone, so that a broken run never reads as a failed gate. */
export const EXIT_CODE = {
  ok: 0,
  gateFailed: 1,
  usage: 2,
  data: 3,
  internal: 4,
} as const;

/** The exit code of an error that is the user's to mend, whose message is all there is to say; `undefined` for any other. */
export function exitCodeOf(error: unknown): number | undefined {
  if (error instanceof UsageError || error instanceof PolicyError) return EXIT_CODE.usage;
  if (error instanceof CorpusError) return EXIT_CODE.data;
  return error instanceof OutputError ? EXIT_CODE.internal : undefined;
}
