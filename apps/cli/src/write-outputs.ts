import { realpathSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { UsageError } from "./usage-error.ts";
import { writeWhole } from "./write-whole.ts";

/** The formats that `--out` knows. */
const FORMATS = ["text", "json", "markdown"] as const;
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

/** Which file a path leads to, so that two ways to write it are seen to be one. */
function placeOf(path: string, cwd: string): string {
  const location = resolve(cwd, path);
  for (const [known, rest] of [
    [location, ""],
    [dirname(location), basename(location)],
  ]) {
    try {
      return join(realpathSync(known), rest);
    } catch {
      // Not there yet: its folder may be.
    }
  }
  return location;
}

/** What outputs must leave alone, and where relative paths start from. */
export interface OutputPlaces {
  readonly cwd: string;
  /** The inputs and the policy: an output in the place of one would destroy it. */
  readonly read: readonly string[];
}

/**
 * Holds that no two outputs go to the same place, and none to where an input is.
 *
 * @throws {UsageError} when one does
 */
export function checkOutputs(outputs: readonly Output[], { cwd, read }: OutputPlaces): void {
  const paths = outputs.map(({ path }) => path);
  const places = paths.map((path) => (path === "-" ? path : placeOf(path, cwd)));
  const twice = paths.find((_, index) => places.indexOf(places[index]) !== index);
  if (twice !== undefined) {
    const place = twice === "-" ? "standard output" : twice;
    throw new UsageError(`Cannot write the outputs: each needs a place of its own, current value is ${place} twice`);
  }
  const inputs = new Set(read.filter((path) => path !== "-").map((path) => placeOf(path, cwd)));
  const destroyed = paths.find((_, index) => inputs.has(places[index]));
  if (destroyed !== undefined) {
    throw new UsageError(
      `Cannot write the outputs: none may take the place of an input, current value is ${destroyed}`,
    );
  }
}

/** Resolves when all is written or nothing more can be: `run()` watches the stream and says what became of it. */
function writeStream(stream: NodeJS.WritableStream, content: string): Promise<void> {
  return new Promise((done) => {
    stream.write(content, () => done());
  });
}

/** How outputs are made and where they go. */
export interface OutputSink {
  readonly cwd: string;
  readonly stdout: NodeJS.WritableStream;
}

/** Writes every output; the terminal form goes to standard output unless another output does. */
export async function writeOutputs(
  outputs: readonly Output[],
  render: (format: Format, terminal: boolean) => string,
  { cwd, stdout }: OutputSink,
): Promise<void> {
  for (const { format, path } of outputs) {
    if (path !== "-") await writeWhole(path, resolve(cwd, path), render(format, false));
  }
  const onStdout = outputs.find(({ path }) => path === "-");
  await writeStream(stdout, onStdout === undefined ? render("text", true) : render(onStdout.format, false));
}
