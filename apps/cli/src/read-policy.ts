import { isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";
import { resolve } from "node:path";
import { parsePolicy, type Policy, PolicyError, type PolicyPath } from "@corpulse/gate";
import { type Document, isMap, isNode, isScalar, LineCounter, type Node, parseDocument, type YAMLError } from "yaml";
import { UsageError } from "./usage-error.ts";

/** Aliases can make a small file expand without bound; policies have no use for many. */
const MAX_ALIASES = 20;

/** A rule for everything that can be measured takes a fifth of this; what YAML makes of more can take minutes. */
const MOST_BYTES = 1 << 17;

/** Where the key or the entry at the end of a path begins. */
function nodeAt(document: Document, path: PolicyPath): Node | undefined {
  const parent = path.length === 0 ? document.contents : document.getIn(path.slice(0, -1), true);
  const last = path.at(-1);
  const pair = isMap(parent) ? parent.items.find(({ key }) => isScalar(key) && key.value === last) : undefined;
  const found = pair?.key ?? document.getIn(path, true);
  return isNode(found) ? found : undefined;
}

/** The line and column of the innermost part of a path that the file holds. */
function positionOf(document: Document, lines: LineCounter, path: PolicyPath): string {
  const depths = Array.from({ length: path.length + 1 }, (_, index) => path.length - index);
  const node = depths.map((depth) => nodeAt(document, path.slice(0, depth))).find((one) => one?.range);
  if (!node?.range) return "";
  const { line, col } = lines.linePos(node.range[0]);
  return `:${line}:${col}`;
}

/** The beginning of a file, up to one byte more than may be read: what is larger than that is seen to be. */
async function readStart(location: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of createReadStream(location, { end: MOST_BYTES })) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function readText(path: string, cwd: string): Promise<string> {
  const bytes = await readStart(resolve(cwd, path)).catch((error: unknown) => {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new UsageError(`Cannot read the policy ${path}: the file must be readable, current state is ${code}`);
  });
  if (bytes.length > MOST_BYTES) {
    throw new UsageError(`Cannot read the policy ${path}: it must not be larger than ${MOST_BYTES} bytes`);
  }
  if (!isUtf8(bytes) || bytes.includes(0))
    throw new UsageError(`Cannot read the policy ${path}: it must be text in UTF-8`);
  return bytes.toString("utf8");
}

/** What the YAML parser complains of, in words that say something to people who do not program with it. */
function complaint({ code, message }: YAMLError): string {
  if (code === "MULTIPLE_DOCS") return "it must be a single document, without ---";
  if (code === "TAG_RESOLVE_FAILED") return `a policy is plain data: ${message.split("\n")[0]}`;
  return message.split("\n")[0];
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
    // Warnings are errors here: nothing is to be said a second time on standard error.
    logLevel: "error",
  });
  const problem = document.errors[0] ?? document.warnings[0];
  if (problem !== undefined) {
    const { line, col } = lineCounter.linePos(problem.pos[0]);
    throw new UsageError(`Cannot read the policy ${path}:${line}:${col}: ${complaint(problem)}`);
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
