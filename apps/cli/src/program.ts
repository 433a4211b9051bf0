import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import type { GateFlags } from "./commands/gate.ts";
import { EXIT_CODE } from "./exit-code.ts";
import type { Host } from "./run.ts";
import type { MeasureOptions } from "./settings.ts";
import { columnsOf } from "./terminal-options.ts";
import { version } from "./version.ts";
import { visibleMessage } from "./visible-message.ts";

/** What the options of `report` and `gate` parse to. */
export interface MeasureFlags extends MeasureOptions {
  readonly out?: readonly string[];
}

function wholeNumber(value: string): number {
  if (!/^-?\d+$/.test(value)) throw new InvalidArgumentError("It must be a whole number.");
  return Number(value);
}

function decimal(value: string): number {
  const number = Number(value);
  if (value.trim() === "" || !Number.isFinite(number)) throw new InvalidArgumentError("It must be a number.");
  return number;
}

const list = (value: string): string[] => value.split(",").map((name) => name.trim());

/** Refuses a flag that is given twice: the second would silently win. */
function once<T>(parse: (value: string) => T): (value: string, previous: T | undefined) => T {
  return (value, previous) => {
    if (previous !== undefined) throw new InvalidArgumentError("It is given twice.");
    return parse(value);
  };
}

const text = (value: string): string => value;
const collect = (value: string, previous: readonly string[] = []): readonly string[] => [...previous, value];

function withMeasureOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        "--text <field|template>",
        "which part of a record is the text, e.g. prompt, '{instruction}\\n{output}' or messages[].content (default: detected)",
      ).argParser(once(text)),
    )
    .addOption(
      new Option("--tokenizer <name>", "words, whitespace, characters or natural:NAME (default: words)").argParser(
        once(text),
      ),
    )
    .option("--keep-case", "tell The and the apart")
    .addOption(
      new Option(
        "--only <family,…>",
        "only these families: size, ngram-entropy, self-bleu, near-duplicates, embedding-spread",
      ).argParser(once(list)),
    )
    .addOption(
      new Option(
        "--vectors <field>",
        "the field that holds each record's vector (default: an offline lexical embedding)",
      ).argParser(once(text)),
    )
    .addOption(
      new Option("--shingle <words:n|chars:n>", "what near-copies are compared by (default: words:3)").argParser(
        once(text),
      ),
    )
    .addOption(
      new Option("--similarity <0…1>", "the Jaccard similarity that makes a near-copy (default: 0.8)").argParser(
        once(decimal),
      ),
    )
    .addOption(new Option("--seed <n>", "seed of everything that is drawn (default: 0)").argParser(once(wholeNumber)))
    .addOption(
      new Option("--workers <n>", "the most threads to use; the result is the same (default: one a core)").argParser(
        once(wholeNumber),
      ),
    )
    .addOption(
      new Option(
        "--max-bad-records <n>",
        "how many unreadable records to leave out before refusing (default: 0)",
      ).argParser(once(wholeNumber)),
    )
    .addOption(
      new Option(
        "--out <format=path>",
        "also write text, json or markdown to a file; - is standard output; repeatable",
      ).argParser(collect),
    );
}

const EXAMPLES = `
Examples:
  corpulse report data/*.jsonl                  read a health report
  corpulse report data.jsonl --out json=-       only JSON, to standard output
  corpulse gate --base data/ok.jsonl --candidate new.jsonl
  corpulse explain near_duplicate_pair_rate

Exit codes:
  0  done, or the gate passed      3  the data could not be read
  1  the gate failed, only that    4  an internal error, or no resources
  2  wrong usage or policy
`;

const INPUTS = "files, globs or - for standard input: JSON Lines or plain text, one document a line, plain or gzip";

function buildProgram(host: Host, finish: (code: number) => void): Command {
  const program = new Command("corpulse")
    .description("Takes the pulse of a text corpus: how diverse it is, and whether a new batch would harm it.")
    .version(version(), "-V, --version")
    .showHelpAfterError("(corpulse --help shows every command)")
    .addHelpText("after", EXAMPLES);

  withMeasureOptions(program.command("report").argument("<input...>", INPUTS))
    .description("measure one corpus and say what is wrong with it and where")
    .action(async (inputs: string[], flags: MeasureFlags) => {
      const { reportCommand } = await import("./commands/report.ts");
      finish(await reportCommand(host, inputs, flags));
    });

  withMeasureOptions(
    program
      .command("gate")
      .alias("check")
      .requiredOption("--base <input...>", `the corpus that the batch would join: ${INPUTS}`)
      .requiredOption("--candidate <input...>", "the new batch")
      .addOption(
        new Option("--policy <file>", "thresholds in YAML or JSON (default: the recommended policy)").argParser(
          once(text),
        ),
      ),
  )
    .description("compare a new batch with the corpus it would join; exit 1 when it would harm it")
    .action(async (flags: GateFlags) => {
      const { gateCommand } = await import("./commands/gate.ts");
      finish(await gateCommand(host, flags));
    });

  program
    .command("explain")
    .argument("<id>", "the id of a measurement, e.g. self_bleu_3")
    .description("say what a measurement is, how to read it and where it comes from")
    .action(async (id: string) => {
      const { explainCommand } = await import("./commands/explain.ts");
      finish(explainCommand(host, id));
    });
  return program;
}

/** Makes a command and all below it throw instead of ending the process, and write to the host's streams. */
function bind(command: Command, host: Host): void {
  command
    .exitOverride()
    .configureHelp({ minWidthToWrap: 10 })
    .configureOutput({
      writeOut: (output) => host.stdout.write(output),
      writeErr: (output) => host.stderr.write(output),
      outputError: (message, write) =>
        write(
          message
            .replace(/^error: /, "corpulse: ")
            .split("\n")
            .map(visibleMessage)
            .join("\n"),
        ),
      getOutHelpWidth: () => columnsOf(host, host.stdout),
      getErrHelpWidth: () => columnsOf(host, host.stderr),
    });
  for (const child of command.commands) bind(child, host);
}

/** Parses the arguments, runs the command they name and gives its exit code. */
export async function executeProgram(host: Host): Promise<number> {
  let code: number = EXIT_CODE.ok;
  const program = buildProgram(host, (result) => {
    code = result;
  });
  bind(program, host);
  try {
    await program.parseAsync(host.argv);
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? EXIT_CODE.ok : EXIT_CODE.usage;
  }
  return code;
}
