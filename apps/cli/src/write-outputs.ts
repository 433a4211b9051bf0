import { randomUUID } from "node:crypto";
import { rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { OutputError } from "./output-error.ts";
import { UsageError } from "./usage-error.ts";

/** The formats that `--out` knows. */
export const FORMATS = ["text", "json", "markdown"] as const;
export type Format = (typeof FORMATS)[number];

/** One `--out FORMAT=PATH`; the path `-` is standard output. */
export interface Output {
  readonly format: Format;
  readonly path: string;
}

const ALIASES: ReadonlyMap<string, Format> = new Map([
  ["md", "markdown"],
  ["txt", "text"],
  ...FORMATS.map((format): [string, Format] => [format, format]),
]);

/**
 * Reads one value of `--out`.
 *
 * @throws {UsageError} when the format is unknown or the path is missing
 */
export function parseOutput(value: string): Output {
  const equals = value.indexOf("=");
  const format = ALIASES.get(value.slice(0, Math.max(0, equals)));
  const path = value.slice(equals + 1);
  if (format === undefined || path === "") {
    const known = FORMATS.join(", ");
    throw new UsageError(
      `Cannot write an output: --out takes FORMAT=PATH with a format of ${known}, current value is ${value}`,
    );
  }
  return { format, path };
}

/**
 * Holds that no two outputs go to the same place.
 *
 * @throws {UsageError} when two do
 */
export function checkOutputs(outputs: readonly Output[]): void {
  const paths = outputs.map(({ path }) => path);
  const twice = paths.find((path, index) => paths.indexOf(path) !== index);
  if (twice !== undefined) {
    const place = twice === "-" ? "standard output" : twice;
    throw new UsageError(`Cannot write the outputs: each needs a place of its own, current value is ${place} twice`);
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}

/** Writes a file whole or not at all: first beside its place, then renamed into it. */
async function writeWhole(path: string, content: string): Promise<void> {
  const beside = join(dirname(path), `.${randomUUID()}.tmp`);
  try {
    await writeFile(beside, content);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw new OutputError(`Cannot write ${path}: the file system refused it with ${reasonOf(error)}`);
  }
}

function writeStream(stream: NodeJS.WritableStream, content: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(content, (error) => {
      if (error === null || error === undefined || reasonOf(error) === "EPIPE") resolve();
      else reject(new OutputError(`Cannot write to standard output: the system refused it with ${reasonOf(error)}`));
    });
  });
}

/** Writes every output; the terminal form goes to standard output unless another output does. */
export async function writeOutputs(
  outputs: readonly Output[],
  render: (format: Format, terminal: boolean) => string,
  stdout: NodeJS.WritableStream,
): Promise<void> {
  for (const { format, path } of outputs) {
    if (path !== "-") await writeWhole(path, render(format, false));
  }
  const onStdout = outputs.find(({ path }) => path === "-");
  await writeStream(stdout, onStdout === undefined ? render("text", true) : render(onStdout.format, false));
}
