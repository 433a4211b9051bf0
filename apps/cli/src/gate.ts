import { evaluateGate, type GateResult, type Policy, RECOMMENDED_POLICY, withEvidence } from "@corpulse/gate";
import type { Family } from "@corpulse/measurement";
import type { GateRun } from "@corpulse/report";
import { compareScopes } from "./compare-scopes.ts";
import { gateEvidence } from "./gate-evidence.ts";
import { chooseTokenizer } from "./choose-tokenizer.ts";
import { WorkerThreads } from "./worker-threads.ts";
import { UsageError } from "./usage-error.ts";
import { CorpusLoader, type Source } from "./corpus-loader.ts";
import { readPolicy } from "./read-policy.ts";
import { type Progress, SILENT } from "./progress.ts";
import { statedSettings } from "./report.ts";
import { type MeasureOptions, resolveSettings } from "./settings.ts";

/** What a gate compares, and by which policy. */
export interface GateOptions extends MeasureOptions, Source {
  /** The corpus that the batch would join: files, globs or `-`. */
  readonly base: readonly string[];
  /** The new batch: files, globs or `-`. */
  readonly candidate: readonly string[];
  /** A policy, or the path of a file that holds one. @default RECOMMENDED_POLICY */
  readonly policy?: Policy | string;
  /** @default nobody is told */
  readonly progress?: Progress;
}

const RECOMMENDED = "recommended";
const STDIN = "-";

async function loadPolicy(policy: Policy | string | undefined, cwd?: string): Promise<readonly [string, Policy]> {
  if (typeof policy === "string") return [policy, await readPolicy(policy, cwd)];
  return policy === undefined ? [RECOMMENDED, RECOMMENDED_POLICY] : ["given", policy];
}

/** The rules of the families that `only` names. */
function chosenRules(policy: Policy, families: readonly Family[]): Policy {
  const rules = policy.rules.filter(({ family }) => families.includes(family));
  if (rules.length > 0) return { ...policy, rules };
  throw new UsageError(
    `Cannot gate: the policy must have a rule on a chosen family, current value is ${families.join(",")}`,
  );
}

/** What the caller set counts more than what the policy fixes. */
function withoutUndefined<T extends object>(options: T): Partial<T> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as Partial<T>;
}

/**
 * Compares a new batch with the corpus that it would join and holds what it finds against a policy. Sizes are matched by
 * seeded draws without replacement, and every near-copy that counts is verified.
 *
 * @throws {UsageError} when an option or the policy is wrong
 * @throws {CorpusError} when an input cannot be read whole
 * @example
 * ```ts
 * import { gate } from "corpulse";
 *
 * const run = await gate({ base: ["examples/base.jsonl"], candidate: ["examples/copied.jsonl"] });
 * run.result.exitCode; // 1
 * ```
 */
export async function gate(options: GateOptions): Promise<GateRun> {
  const { base, candidate, policy: given, progress = SILENT, cwd, stdin, ...flags } = options;
  if (base.includes(STDIN) && candidate.includes(STDIN)) {
    throw new UsageError("Cannot gate: standard input can be read once, current value is - as base and as candidate");
  }
  const [policySource, loadedPolicy] = await loadPolicy(given, cwd);
  const settings = resolveSettings({ ...loadedPolicy.measure, ...withoutUndefined(flags) });
  const policy = chosenRules(loadedPolicy, settings.families);
  const tokenizer = await chooseTokenizer(settings.tokenizer, settings.keepCase);
  const threads = new WorkerThreads();
  const source = { ...(cwd && { cwd }), ...(stdin && { stdin }) };
  const loader = new CorpusLoader(settings, tokenizer, source, { progress, threads });
  let candidateFrom: number;
  let end: number;
  try {
    candidateFrom = await loader.read(base, "reading the base");
    end = await loader.read(candidate, "reading the candidate");
  } finally {
    await threads.end();
  }
  const loaded = loader.finish();
  const { vectors } = loaded;
  const records = end - candidateFrom;
  const scopes = compareScopes({ corpus: loaded.corpus(), vectors, candidateFrom }, policy, settings, progress);
  progress.finish();
  const judged = evaluateGate({ policy, ...scopes, records });
  const result: GateResult = withEvidence(judged, (rule) =>
    gateEvidence(rule, scopes, loaded.locate, { candidateFrom, records }),
  );
  const [baseInputs, candidateInputs] = loaded.inputs;
  return {
    result,
    base: baseInputs,
    candidate: candidateInputs,
    policy: policySource,
    settings: statedSettings(settings, loaded),
  };
}
