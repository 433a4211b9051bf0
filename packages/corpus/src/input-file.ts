import { inputName } from "./input-name.ts";
import { constants, type Stats } from "node:fs";
import { type FileHandle, type FileReadResult, open, stat } from "node:fs/promises";
import { caughtCode, caughtMessage } from "./caught.ts";
import { CorpusError } from "./corpus-error.ts";
import { visible } from "./visible.ts";

/** A file as it was found: it must still be the same one when it has been read. */
export interface InputFile {
  /** As the user named it. */
  readonly path: string;
  readonly location: string;
  readonly size: number;
  readonly modified: number;
  readonly node: number;
}

/** What the system says of a failure, without the path, which it may spell in another way. */
function systemReason(error: unknown): string {
  const [code, message] = [caughtCode(error), caughtMessage(error)];
  return visible(
    code === undefined ? message : `${code}: ${message.replace(/^\w+: /, "").replace(/, \w+( '.*)?$/s, "")}`,
  );
}

/** The error of a file that the system does not let be read. */
export function unreadable(path: string, error: unknown): CorpusError {
  const missing = caughtCode(error) === "ENOENT";
  const reason = missing ? "there is no such file" : systemReason(error);
  return new CorpusError(missing ? "not_found" : "not_readable", `Cannot read ${inputName(path)}: ${reason}`, {
    cause: error,
  });
}

function kindOfFile(stats: Stats): string {
  if (stats.isDirectory()) return "a directory";
  if (stats.isFIFO()) return "a pipe; give - to read standard input";
  return stats.isSocket() ? "a socket" : "a device";
}

function refuseSpecial(path: string, stats: Stats): void {
  if (stats.isFile()) return;
  const rule = "it must be a file";
  throw new CorpusError("not_a_file", `Cannot read ${inputName(path)}: ${rule}, current value is ${kindOfFile(stats)}`);
}

/** What a path leads to: a file, or a directory, which only a pattern may match. */
export async function lookAt(path: string, location: string): Promise<InputFile | "directory"> {
  const stats = await stat(location).catch((error: unknown) => {
    throw unreadable(path, error);
  });
  if (stats.isDirectory()) return "directory";
  refuseSpecial(path, stats);
  return { path, location, size: stats.size, modified: stats.mtimeMs, node: stats.ino };
}

/** @throws {CorpusError} when there is no such file, or it is none */
export async function findFile(path: string, location: string): Promise<InputFile> {
  const found = await lookAt(path, location);
  if (found !== "directory") return found;
  const hint = "name its files with a pattern";
  const rule = "it must be a file";
  throw new CorpusError("not_a_file", `Cannot read ${inputName(path)}: ${rule}, current value is a directory; ${hint}`);
}

function changed(path: string, how: string, cause?: unknown): CorpusError {
  return new CorpusError("changed_while_reading", `Cannot read ${inputName(path)}: it ${how} while it was being read`, {
    cause,
  });
}

async function openFile({ path, location }: InputFile): Promise<FileHandle> {
  try {
    // Not blocking: a pipe put in the file's place must be refused, not waited for. Windows has neither.
    return await open(location, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    throw caughtCode(error) === "ENOENT" ? changed(path, "was removed", error) : unreadable(path, error);
  }
}

/** @throws {CorpusError} when a file is not the one that was found */
export function refuseChange({ path, size, modified, node }: InputFile, now: Stats): void {
  if (now.ino !== node) throw changed(path, "was replaced");
  if (now.size !== size) throw changed(path, `went from ${size} to ${now.size} bytes`);
  if (now.mtimeMs !== modified) throw changed(path, "was written to");
}

/**
 * The bytes of a file, in chunks. The memory of a chunk is used again when whoever asks for the next one says that it is free.
 *
 * @throws {CorpusError} when it cannot be read, or is another than it was when it was found
 */
export async function* readFile(
  file: InputFile,
  chunkBytes: number,
  onRead: (bytes: number) => void,
): AsyncGenerator<Buffer, void, boolean | undefined> {
  const handle = await openFile(file);
  const attempt = <T>(work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      throw unreadable(file.path, error);
    });
  try {
    refuseSpecial(file.path, await attempt(handle.stat()));
    let total = 0;
    const free: Buffer[] = [];
    const readNext = (): Promise<FileReadResult<Buffer>> => {
      const chunk = free.pop() ?? Buffer.allocUnsafeSlow(chunkBytes);
      const reading = attempt(handle.read(chunk, 0, chunkBytes, null));
      // It may fail while nobody waits for it: whoever does next is told.
      reading.catch(() => {});
      return reading;
    };
    for (let reading = readNext(); ;) {
      const { bytesRead, buffer } = await reading;
      if (bytesRead === 0) break;
      total += bytesRead;
      onRead(bytesRead);
      // The system reads on while this chunk is looked at.
      reading = readNext();
      if ((yield buffer.subarray(0, bytesRead)) === true) free.push(buffer);
    }
    const now = await attempt(handle.stat());
    refuseChange(file, now);
    if (total !== now.size) throw changed(file.path, `gave ${total} of ${now.size} bytes`);
  } finally {
    await handle.close();
  }
}
