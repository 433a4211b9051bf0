import { EXIT_CODE } from "../exit-code.ts";
import { showProgress } from "../progress.ts";
import { report } from "../report.ts";
import type { MeasureFlags } from "../program.ts";
import type { Host } from "../run.ts";
import { PLAIN, terminalOptions } from "../terminal-options.ts";
import { checkOutputs, parseOutput, writeOutputs } from "../write-outputs.ts";
import { stdinOf } from "./stdin-of.ts";

/** `corpulse report INPUT…`: measures one corpus; no threshold takes part, so it never exits 1. */
export async function reportCommand(host: Host, inputs: readonly string[], flags: MeasureFlags): Promise<number> {
  const outputs = (flags.out ?? []).map(parseOutput);
  const cwd = host.cwd();
  checkOutputs(outputs, { cwd, read: inputs });
  const record = await report(inputs, {
    ...flags,
    cwd,
    stdin: stdinOf(host),
    progress: showProgress(host.stderr),
  });
  // Patterns have shown by now which files they mean.
  checkOutputs(outputs, { cwd, read: record.inputs.map(({ path }) => path) });
  const { formatJson, formatMarkdown, formatTerminal } = await import("@corpulse/report");
  const formats = {
    text: (onTerminal: boolean) => formatTerminal(record, onTerminal ? terminalOptions(host) : PLAIN),
    json: () => formatJson(record),
    markdown: () => formatMarkdown(record),
  };
  await writeOutputs(outputs, (format, onTerminal) => formats[format](onTerminal), { cwd, stdout: host.stdout });
  return EXIT_CODE.ok;
}
