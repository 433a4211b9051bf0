import { formatJson, formatMarkdown, formatTerminal } from "@corpulse/report";
import { EXIT_CODE } from "../exit-code.ts";
import { showProgress } from "../progress.ts";
import { report } from "../report.ts";
import type { MeasureFlags } from "../program.ts";
import type { Host } from "../run.ts";
import { PLAIN, terminalOptions } from "../terminal-options.ts";
import { checkOutputs, parseOutput, writeOutputs } from "../write-outputs.ts";

/** `corpulse report INPUT…`: measures one corpus; no threshold takes part, so it never exits 1. */
export async function reportCommand(host: Host, inputs: readonly string[], flags: MeasureFlags): Promise<number> {
  const outputs = (flags.out ?? []).map(parseOutput);
  checkOutputs(outputs);
  const record = await report(inputs, {
    ...flags,
    cwd: host.cwd(),
    stdin: host.stdin,
    progress: showProgress(host.stderr),
  });
  const formats = {
    text: (onTerminal: boolean) => formatTerminal(record, onTerminal ? terminalOptions(host) : PLAIN),
    json: () => formatJson(record),
    markdown: () => formatMarkdown(record),
  };
  await writeOutputs(outputs, (format, onTerminal) => formats[format](onTerminal), host.stdout);
  return EXIT_CODE.ok;
}
