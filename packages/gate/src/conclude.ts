import type { GateResult, RuleResult, Verdict } from "./gate-result.ts";
import type { GateSettings } from "./policy.ts";

/**
 * What the rules come to together. `pass` means that every rule passed. A limit inside the interval counts by
 * `on_inconclusive`, unless it is only a warning limit, which can never do more than warn.
 */
export function conclude(
  rules: readonly Pick<RuleResult, "verdict" | "limit">[],
  onInconclusive: GateSettings["onInconclusive"],
): Pick<GateResult, "verdict" | "exitCode" | "counts"> {
  const count = (verdict: Verdict): number => rules.filter((rule) => rule.verdict === verdict).length;
  const counts = {
    fail: count("fail"),
    warn: count("warn"),
    inconclusive: count("inconclusive"),
    not_evaluated: count("not_evaluated"),
    pass: count("pass"),
  };
  const open = rules.some(({ verdict, limit }) => verdict === "inconclusive" && limit?.tier === "fail");
  if (counts.fail > 0 || (open && onInconclusive === "fail")) return { verdict: "fail", exitCode: 1, counts };
  if (counts.not_evaluated === rules.length) return { verdict: "not_evaluated", exitCode: 2, counts };
  return { verdict: counts.pass === rules.length ? "pass" : "warn", exitCode: 0, counts };
}
