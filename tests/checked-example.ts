import { inspect } from "node:util";
import { agrees, claimedValue } from "./claimed-value.ts";

const STATEMENT =
  /^(?:import|export|if|for|while|do|switch|try|throw|return|function|async function|class|type|interface)\b/;
const DECLARATION = /^(?:const|let|var)\s+(\w+)\b/;

/** The line without the strings in which a bracket or a comment sign would mislead. */
function bare(line: string): string {
  return line.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`/g, '""');
}

function depthOf(line: string): number {
  const code = bare(line).replace(/\/\/.*$/, "");
  return (code.match(/[([{]/g)?.length ?? 0) - (code.match(/[)\]}]/g)?.length ?? 0);
}

function checked(statement: string, comment: string, line: number): string {
  const call = (value: string): string => `claim(${value}, ${JSON.stringify(comment)}, ${line});`;
  const code = statement.trim().replace(/;$/, "");
  const declared = DECLARATION.exec(code);
  if (declared !== null) return `${statement} ${call(declared[1])}`;
  if (STATEMENT.test(code)) return statement;
  const logged = /^console\.log\(([\s\S]*)\)$/.exec(code);
  // Of several logged values the comment speaks of the first.
  return call(logged === null ? `(${code})` : `[${logged[1]}][0]`);
}

/**
 * The example with each statement that a value comment follows turned into a call of `claim`. Lines keep their numbers.
 */
export function withClaims(code: string): string {
  const lines = code.split("\n");
  const written: string[] = [];
  let pending: string[] = [];
  let depth = 0;
  for (const [index, line] of lines.entries()) {
    pending.push(line);
    depth += depthOf(line);
    const end = /^(.*;)\s*(?:\/\/\s*(.*))?$/.exec(line);
    if (depth > 0 || end === null) continue;
    const [, last, comment] = end;
    const statement = [...pending.slice(0, -1), last].join("\n");
    const claims = comment !== undefined && claimedValue(comment) !== undefined;
    written.push(claims ? checked(statement, comment, index + 1) : pending.join("\n"));
    pending = [];
  }
  return [...written, ...pending].join("\n");
}

/** Fails when a value is not what the comment behind it claims. */
export function claim(value: unknown, comment: string, line: number): void {
  const claimed = claimedValue(comment);
  if (claimed === undefined || !agrees(value, claimed)) {
    throw new Error(`line ${line} of the example claims ${comment}, current value is ${inspect(value, { depth: 4 })}`);
  }
}
