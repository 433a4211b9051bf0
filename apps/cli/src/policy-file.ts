import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { parsePolicy, type Policy, PolicyError } from "@corpulse/gate";
import { type Document, isNode, LineCounter, parseDocument } from "yaml";
import { UsageError } from "./cli-error.ts";

/** Aliases can make a small file expand without bound; policies have no use for many. */
const MAX_ALIASES = 20;

function positionOf(document: Document, lines: LineCounter, path: readonly (string | number)[]): string {
  for (let depth = path.length; depth >= 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) {
      const { line, col } = lines.linePos(node.range[0]);
      return `:${line}:${col}`;
    }
  }
  return "";
}

async function readText(path: string, cwd: string): Promise<string> {
  try {
    return await readFile(resolve(cwd, path), "utf8");
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new UsageError(`Cannot read the policy ${path}: the file must be readable, current state is ${code}`);
  }
}

/**
 * Reads a policy from a YAML or JSON file (JSON is YAML 1.2); mistakes are named with file, line and column.
 *
 * @throws {UsageError} when the file cannot be read or is not YAML
 * @throws {PolicyError} when it is not a policy
 */
export async function readPolicy(path: string, cwd: string = process.cwd()): Promise<Policy> {
  const lineCounter = new LineCounter();
  const document = parseDocument(await readText(path, cwd), {
    version: "1.2",
    schema: "core",
    lineCounter,
    prettyErrors: false,
  });
  const problem = document.errors[0];
  if (problem !== undefined) {
    const { line, col } = lineCounter.linePos(problem.pos[0]);
    throw new UsageError(`Cannot read the policy ${path}:${line}:${col}: ${problem.message.split("\n")[0]}`);
  }
  let data: unknown;
  try {
    data = document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch (error) {
    throw new UsageError(`Cannot read the policy ${path}: ${(error as Error).message}`);
  }
  try {
    return parsePolicy(data);
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    throw new UsageError(`${path}${positionOf(document, lineCounter, error.path)}: ${error.message}`);
  }
}
