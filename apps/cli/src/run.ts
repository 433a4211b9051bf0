import { version } from "./version.ts";
import { visibleMessage } from "./visible-message.ts";

/** `EXIT_CODE.internal`, which takes longer to load than `--version` to answer. */
const UNDELIVERED = 4;

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

/**
 * Watches the streams. A closed pipe (`corpulse report … | head`) is the reader's wish; any other failure of standard output
 * is a result that was not delivered, whenever it shows. Where standard error fails there is nobody to tell.
 */
function watchStreams(host: Host): { readonly failed: () => boolean } {
  let failed = false;
  host.stderr.on("error", () => {});
  host.stdout.on("error", ({ code, message }: NodeJS.ErrnoException) => {
    if (code === "EPIPE" || failed) return;
    failed = true;
    host.stderr.write(`corpulse: Cannot write to standard output: the system refused it with ${code ?? message}\n`);
    host.exitCode = UNDELIVERED;
  });
  return { failed: () => failed };
}

/** Runs one command and sets the exit code; whatever is the user's to mend ends in one line on standard error. */
export async function run(host: Host): Promise<void> {
  const output = watchStreams(host);
  // Asked most often by scripts, and the rest of the tool takes longer to load than to answer.
  if (host.argv.length === 3 && /^(?:-V|--version)$/.test(host.argv[2])) {
    host.stdout.write(`${version()}\n`);
    return;
  }
  try {
    const { executeProgram } = await import("./program.ts");
    const code = await executeProgram(host);
    host.exitCode = output.failed() ? UNDELIVERED : code;
  } catch (error) {
    const { exitCodeOf } = await import("./exit-code-of.ts");
    const code = exitCodeOf(error);
    if (code === undefined) throw error;
    host.stderr.write(`corpulse: ${visibleMessage((error as Error).message)}\n`);
    host.exitCode = code;
  }
}
