import { CorpusError } from "@corpulse/corpus";
import { PolicyError } from "@corpulse/gate";
import { EXIT_CODE } from "./exit-code.ts";
import { OutputError } from "./output-error.ts";
import { UsageError } from "./usage-error.ts";

/** The exit code of an error that is the user's to mend, whose message is all there is to say; `undefined` for any other. */
export function exitCodeOf(error: unknown): number | undefined {
  if (error instanceof UsageError || error instanceof PolicyError) return EXIT_CODE.usage;
  if (error instanceof CorpusError) return EXIT_CODE.data;
  return error instanceof OutputError ? EXIT_CODE.internal : undefined;
}
