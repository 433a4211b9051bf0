import type { GateEvidence, Locator, RuleResult } from "@corpulse/gate";
import { orderInputs, writeJson } from "./format-json.ts";
import type { GateRun } from "./gate-run.ts";
import { SCHEMA_VERSION } from "./report.ts";

function orderLocator({ input, line, byte }: Locator): Locator {
  return { input, line, byte };
}

function orderEvidence({ records, of, examples }: GateEvidence): GateEvidence {
  const ordered = examples.map(({ document, match, similarity }) => ({
    document: orderLocator(document),
    ...(match && { match: orderLocator(match) }),
    ...(similarity !== undefined && { similarity }),
  }));
  return { records, of, examples: ordered };
}

function orderRule(one: RuleResult): RuleResult {
  const { rule, scope, family, id, verdict, value, interval, reference, change, documents, limit, reason, signature } =
    one;
  const evidence = one.evidence && orderEvidence(one.evidence);
  const found = { verdict, value, interval, reference, change, documents, limit, reason, evidence, signature };
  return { rule, scope, family, id, ...found };
}

/**
 * What a gate found, for programs, as `GATE_SCHEMA` describes it: equal results give equal bytes.
 *
 * @throws {RangeError} when a number is not finite
 * @example
 * ```ts
 * import { formatGateJson } from "@corpulse/report";
 *
 * const counts = { fail: 0, warn: 0, inconclusive: 0, not_evaluated: 0, pass: 0 };
 * const result = { verdict: "not_evaluated", exitCode: 2, counts, rules: [] } as const;
 * const run = { result, base: [], candidate: [], policy: "corpulse.yaml", settings: {} };
 * JSON.parse(formatGateJson(run)).exitCode; // 2
 * ```
 */
export function formatGateJson({ result, base, candidate, policy, settings }: GateRun): string {
  const { fail, warn, inconclusive, not_evaluated, pass } = result.counts;
  return writeJson({
    schemaVersion: SCHEMA_VERSION,
    verdict: result.verdict,
    exitCode: result.exitCode,
    counts: { fail, warn, inconclusive, not_evaluated, pass },
    inputs: { base: orderInputs(base), candidate: orderInputs(candidate) },
    policy: { source: policy },
    settings,
    rules: result.rules.map(orderRule),
  });
}
