import { FACTS, factsOf } from "@corpulse/measurement";
import { formatExplanation } from "@corpulse/report";
import { UsageError } from "../usage-error.ts";
import { EXIT_CODE } from "../exit-code.ts";
import { nearestName } from "../nearest-name.ts";
import type { Host } from "../run.ts";
import { terminalOptions } from "../terminal-options.ts";

/** `corpulse explain <id>`: what a measurement is and how to read it. */
export function explainCommand(host: Host, id: string): number {
  const ids = FACTS.map((facts) => facts.id);
  if (!ids.includes(id)) {
    const near = nearestName(id, ids);
    const suggestion = near === undefined ? "" : `, did you mean ${near}?`;
    throw new UsageError(
      `Cannot explain a measurement: the id must be a known one, current value is ${id}${suggestion}`,
    );
  }
  host.stdout.write(formatExplanation(factsOf(id), terminalOptions(host)));
  return EXIT_CODE.ok;
}
