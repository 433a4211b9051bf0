/** Where a value stands in a policy: the keys and positions that lead to it. */
export type PolicyPath = readonly (string | number)[];

/** One mistake in a policy. */
export interface PolicyProblem {
  readonly path: PolicyPath;
  /** What is wrong and, where it can be guessed, what was meant. */
  readonly problem: string;
}

function describe({ path, problem }: PolicyProblem): string {
  const place = path.map((step) => (typeof step === "number" ? String(step) : quoteName(step))).join(" › ");
  return place === "" ? problem : `${problem} (at ${place})`;
}

/** Writes a key or a string so that it stays one printable line, whoever wrote it. */
export function quoteName(text: string): string {
  const plain = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  return plain.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`);
}

/**
 * A policy that cannot be used. `path` and `problem` are those of the first mistake, `problems` holds all (up to 20), each
 * with the path from which a caller finds line and column.
 *
 * @example
 * ```ts
 * import { parsePolicy, PolicyError } from "@corpulse/gate";
 *
 * try {
 *   parsePolicy({ version: 1, rules: { "candidate.distinct2": { fail: { max_drop: "10%" } } } });
 * } catch (error) {
 *   if (error instanceof PolicyError) error.problem; // "there is no rule candidate.distinct2, did you mean candidate.distinct_2?"
 * }
 * ```
 */
export class PolicyError extends Error {
  override readonly name: string = "PolicyError";
  readonly path: PolicyPath;
  readonly problem: string;
  readonly problems: readonly PolicyProblem[];

  constructor(problems: readonly [PolicyProblem, ...PolicyProblem[]]) {
    const more = problems.length > 1 ? `; ${problems.length - 1} more to mend` : "";
    super(`Cannot use the policy: ${describe(problems[0])}${more}`);
    this.path = problems[0].path;
    this.problem = problems[0].problem;
    this.problems = problems;
  }
}
