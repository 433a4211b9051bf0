/** One step from a value to a value inside it: by name, by number, or to every element of a list. */
export type Step = string | number | typeof EACH;

/** The step `[]`. */
export const EACH: unique symbol = Symbol("each");

/** The way from a record to one of its values. No steps: the record itself. */
export interface FieldPath {
  /** As it was written. */
  readonly source: string;
  readonly steps: readonly Step[];
}

const NAME = /[^.[\]{}]+/y;
const BRACKETS = /\[(?:(\d+)|("(?:[^"\\]|\\.)*"))?\]/y;

function bracketStep([, index, quoted]: RegExpExecArray, refuse: () => never): Step {
  if (index !== undefined) return Number(index);
  if (quoted === undefined) return EACH;
  try {
    return String(JSON.parse(quoted));
  } catch {
    return refuse();
  }
}

/**
 * Reads a path: `text`, `meta.title`, `turns[0].value`, `messages[].content`, `["a.b"]` for a name with signs of the
 * grammar in it, and `.` for the record itself.
 *
 * @throws {SyntaxError} when the text is not a path
 */
export function parseFieldPath(source: string): FieldPath {
  const refuse = (): never => {
    const rule = "it must look like text, meta.title, messages[].content or turns[0].value";
    throw new SyntaxError(`Cannot parse a field: ${rule}, current value is ${source}`);
  };
  if (source === ".") return { source, steps: [] };
  const steps: Step[] = [];
  let at = 0;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(source);
    if (found !== null) at = pattern.lastIndex;
    return found;
  };
  while (at < source.length || steps.length === 0) {
    const brackets = match(BRACKETS);
    if (brackets !== null) {
      steps.push(bracketStep(brackets, refuse));
      continue;
    }
    if (steps.length > 0 && source[at++] !== ".") refuse();
    steps.push(match(NAME)?.[0] ?? refuse());
  }
  return { source, steps };
}

/** The path to a field of the record by its name, whatever signs are in it. */
export function fieldNamed(name: string): string {
  return /^[^.[\]{}?\\]+$/.test(name) ? name : `[${JSON.stringify(name)}]`;
}
