import { factsOf } from "@corpulse/measurement";
import { formatExplanation } from "@corpulse/report";
import { EXIT_CODE } from "../exit-code.ts";
import type { Host } from "../run.ts";
import { terminalOptions } from "../terminal-options.ts";
import { UsageError } from "../usage-error.ts";

/** `corpulse explain <id>`: what a measurement is and how to read it. */
export function explainCommand(host: Host, id: string): number {
  try {
    host.stdout.write(formatExplanation(factsOf(id), terminalOptions(host)));
  } catch (error) {
    throw error instanceof RangeError ? new UsageError(error.message) : error;
  }
  return EXIT_CODE.ok;
}
