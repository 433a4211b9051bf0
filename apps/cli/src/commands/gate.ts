import { formatGateJson, formatGateMarkdown, formatGateTerminal } from "@corpulse/report";
import { gate } from "../gate.ts";
import type { MeasureFlags } from "../program.ts";
import { showProgress } from "../progress.ts";
import type { Host } from "../run.ts";
import { PLAIN, terminalOptions } from "../terminal-options.ts";
import { checkOutputs, parseOutput, writeOutputs } from "../write-outputs.ts";

/** The flags of `corpulse gate`. */
export interface GateFlags extends MeasureFlags {
  readonly base: readonly string[];
  readonly candidate: readonly string[];
  readonly policy?: string;
}

/** `corpulse gate`: judges a batch by a policy; the exit code is the verdict. */
export async function gateCommand(host: Host, flags: GateFlags): Promise<number> {
  const outputs = (flags.out ?? []).map(parseOutput);
  checkOutputs(outputs);
  const run = await gate({ ...flags, cwd: host.cwd(), stdin: host.stdin, progress: showProgress(host.stderr) });
  const formats = {
    text: (onTerminal: boolean) => formatGateTerminal(run, onTerminal ? terminalOptions(host) : PLAIN),
    json: () => formatGateJson(run),
    markdown: () => formatGateMarkdown(run),
  };
  await writeOutputs(outputs, (format, onTerminal) => formats[format](onTerminal), host.stdout);
  return run.result.exitCode;
}
