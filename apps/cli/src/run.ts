import { version } from "./version.ts";

/** The parts of a process that the tool uses: tests hand in their own. */
export interface Host {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: NodeJS.ReadStream | AsyncIterable<Uint8Array>;
  readonly stdout: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };
  cwd(): string;
  exitCode?: number | string | null | undefined;
}

/** A closed pipe (`corpulse report … | head`) is the reader's wish, not an error. */
function ignoreClosedPipe(stream: NodeJS.WritableStream): void {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}

/** Runs one command and sets the exit code; whatever is the user's to mend ends in one line on standard error. */
export async function run(host: Host): Promise<void> {
  ignoreClosedPipe(host.stdout);
  ignoreClosedPipe(host.stderr);
  // Asked most often by scripts, and the rest of the tool takes longer to load than to answer.
  if (host.argv.length === 3 && /^(?:-V|--version)$/.test(host.argv[2])) {
    host.stdout.write(`${version()}\n`);
    return;
  }
  try {
    const { executeProgram } = await import("./program.ts");
    host.exitCode = await executeProgram(host);
  } catch (error) {
    const { exitCodeOf } = await import("./exit-code.ts");
    const code = exitCodeOf(error);
    if (code === undefined) throw error;
    host.stderr.write(`corpulse: ${(error as Error).message}\n`);
    host.exitCode = code;
  }
}
