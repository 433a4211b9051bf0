import { glob, realpath } from "node:fs/promises";
import { resolve, sep } from "node:path";
import { CorpusError } from "./corpus-error.ts";
import { STDIN } from "./input-name.ts";
import { findFile, type InputFile, lookAt } from "./input-file.ts";
import { visible } from "./visible.ts";

/** What is to be read: a file, or standard input. */
export type Input = InputFile | typeof STDIN;

const isPattern = (input: string): boolean => /[*?[{]/.test(input);

async function matches(pattern: string, cwd: string): Promise<readonly InputFile[]> {
  const paths: string[] = [];
  for await (const path of glob(pattern, { cwd })) paths.push(path.replaceAll(sep, "/"));
  const found = await Promise.all(paths.toSorted().map((path) => lookAt(path, resolve(cwd, path))));
  const files = found.filter((file) => file !== "directory");
  if (files.length === 0) {
    const rule = "a pattern must match at least one file";
    throw new CorpusError("no_match", `Cannot find inputs: ${rule}, current value is ${visible(pattern)}`);
  }
  return files;
}

async function expand(input: string, cwd: string): Promise<readonly Input[]> {
  if (input === STDIN) return [STDIN];
  if (input === "") {
    throw new CorpusError("no_match", 'Cannot find inputs: a path must not be empty, current value is ""');
  }
  const location = resolve(cwd, input);
  if (!isPattern(input)) return [await findFile(input, location)];
  // A file whose name looks like a pattern is meant when it exists.
  const literal = await lookAt(input, location).catch(() => "absent" as const);
  return typeof literal === "object" ? [literal] : matches(input, cwd);
}

/**
 * The files that paths and patterns name, in the order given and by code unit within a pattern, each file once.
 *
 * @throws {CorpusError} when a path or a pattern leads to no file
 */
export async function resolveInputs(inputs: readonly string[], cwd: string): Promise<readonly Input[]> {
  if (inputs.length === 0) {
    throw new CorpusError("no_match", "Cannot find inputs: there must be at least one, current value is none");
  }
  const found = new Map<string, Input>();
  for (const input of inputs) {
    for (const file of await expand(input, cwd)) {
      const identity = file === STDIN ? STDIN : await realpath(file.location);
      if (!found.has(identity)) found.set(identity, file);
    }
  }
  return [...found.values()];
}
