import { formatGateJson, formatGateMarkdown, formatGateTerminal } from "@corpulse/report";
import { gate } from "../gate.ts";
import type { MeasureFlags } from "../program.ts";
import { showProgress } from "../progress.ts";
import type { Host } from "../run.ts";
import { PLAIN, terminalOptions } from "../terminal-options.ts";
import { checkOutputs, parseOutput, writeOutputs } from "../write-outputs.ts";
import { stdinOf } from "./stdin-of.ts";

/** The flags of `corpulse gate`. */
export interface GateFlags extends MeasureFlags {
  readonly base: readonly string[];
  readonly candidate: readonly string[];
  readonly policy?: string;
}

/** `corpulse gate`: judges a batch by a policy; the exit code is the verdict. */
export async function gateCommand(host: Host, flags: GateFlags): Promise<number> {
  const outputs = (flags.out ?? []).map(parseOutput);
  const cwd = host.cwd();
  const policy = flags.policy === undefined ? [] : [flags.policy];
  checkOutputs(outputs, { cwd, read: [...flags.base, ...flags.candidate, ...policy] });
  const run = await gate({ ...flags, cwd, stdin: stdinOf(host), progress: showProgress(host.stderr) });
  // Patterns have shown by now which files they mean.
  checkOutputs(outputs, { cwd, read: [...run.base, ...run.candidate].map(({ path }) => path) });
  const formats = {
    text: (onTerminal: boolean) => formatGateTerminal(run, onTerminal ? terminalOptions(host) : PLAIN),
    json: () => formatGateJson(run),
    markdown: () => formatGateMarkdown(run),
  };
  await writeOutputs(outputs, (format, onTerminal) => formats[format](onTerminal), { cwd, stdout: host.stdout });
  return run.result.exitCode;
}
