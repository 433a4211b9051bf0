import { rmSync } from "node:fs";
import { realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { OutputError } from "./output-error.ts";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Takes a half-written file away when the process is told to end, and lets it end as it would have. */
function removeOnSignal(path: string): () => void {
  const undo = SIGNALS.map((signal) => {
    const remove = (): void => {
      rmSync(path, { force: true });
      process.kill(process.pid, signal);
    };
    process.once(signal, remove);
    return () => process.off(signal, remove);
  });
  return () => undo.forEach((forget) => forget());
}

async function writeBeside(path: string, content: string): Promise<void> {
  // The global one is loaded when it is called, the module of that name before anything is read.
  const beside = join(dirname(path), `.${crypto.randomUUID()}.tmp`);
  const forget = removeOnSignal(beside);
  try {
    await writeFile(beside, content);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  } finally {
    forget();
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
  return code === "EISDIR" ? "EISDIR, it is a directory" : code;
}

/**
 * Writes a file whole or not at all: first beside its place, then renamed into it. A link keeps pointing where it does, and
 * what is no file, such as `/dev/null` or a pipe, is written to: renaming would put a file in its place. `path` is what the
 * user calls the location.
 *
 * @throws {OutputError} when it cannot be written
 */
export async function writeWhole(path: string, location: string, content: string): Promise<void> {
  try {
    const found = await stat(location).catch(() => undefined);
    if (found === undefined) await writeBeside(location, content);
    else if (found.isFile()) await writeBeside(await realpath(location), content);
    else await writeFile(location, content);
  } catch (error) {
    throw new OutputError(`Cannot write ${path}: the file system refused it with ${reasonOf(error)}`);
  }
}
