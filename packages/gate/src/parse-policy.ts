import { nearestName } from "@corpulse/measurement";
import { isLooser } from "./is-looser.ts";
import type { Bound, Policy, Rule } from "./policy.ts";
import { PolicyError, type PolicyPath, type PolicyProblem, quoteName } from "./policy-error.ts";
import { readLimit } from "./read-limit.ts";
import { readEntries, readMapping, type Report, shown } from "./read-mapping.ts";
import { readGateSettings, readMeasureSettings } from "./read-settings.ts";
import { RULE_SUBJECTS, type RuleSubject, whyNoSubject } from "./rule-subject.ts";

/** The keys of a policy; `$schema` is for editors. */
export const POLICY_KEYS: readonly string[] = ["$schema", "version", "gate", "measure", "rules"];

/** More than anyone mends at once, and a bound on the work that a hostile file can make. */
const MOST_PROBLEMS = 20;

function refuse([first, ...others]: readonly PolicyProblem[]): void {
  if (first !== undefined) throw new PolicyError([first, ...others]);
}

function unknownRule(name: string): string {
  const known = whyNoSubject(name);
  if (known !== undefined) return known;
  const meant = nearestName(name, RULE_SUBJECTS.keys());
  const hint =
    meant === undefined ? "rules are named scope.id, such as candidate.distinct_2" : `did you mean ${meant}?`;
  return `there is no rule ${quoteName(name)}, ${hint}`;
}

function checkTiers(rule: Rule, subject: RuleSubject, path: PolicyPath, report: Report): void {
  for (const warn of rule.warn) {
    const fail = rule.fail.find((bound: Bound) => bound.kind === warn.kind);
    if (fail !== undefined && isLooser(warn, fail, subject.facts.range[1])) {
      report([...path, "warn", warn.kind], `warn must be at least as strict as fail, and its ${warn.kind} is looser`);
    }
  }
}

function readRule(data: unknown, path: PolicyPath, subject: RuleSubject, report: Report): Rule | undefined {
  if (data === false) {
    report(path, 'a rule is turned off by the word off, current value is false (YAML 1.1 reads off so: write "off")');
    return undefined;
  }
  const given = readMapping(data, path, ["warn", "fail", "vs"], report);
  if (given === undefined) return undefined;
  if (!given.has("warn") && !given.has("fail")) report(path, "a rule must set warn, fail or both");
  if (given.has("vs") && given.get("vs") !== "matched_base") {
    const why = "only matched_base is known: a reference of another size differs by its size alone";
    report([...path, "vs"], `vs must be matched_base, current value is ${shown(given.get("vs"))}; ${why}`);
  } else if (given.has("vs") && !subject.comparable) {
    report([...path, "vs"], `${subject.rule} has no reference, so vs cannot be set`);
  }
  const tier = (name: "warn" | "fail"): readonly Bound[] =>
    given.has(name) ? readLimit(given.get(name), [...path, name], subject, report) : [];
  const { scope, facts } = subject;
  const rule: Rule = {
    rule: subject.rule,
    scope,
    family: facts.family,
    id: facts.id,
    warn: tier("warn"),
    fail: tier("fail"),
  };
  checkTiers(rule, subject, path, report);
  return rule;
}

function readRules(data: unknown, report: Report): Pick<Policy, "rules" | "off"> {
  const entries = readEntries(data, ["rules"], report);
  const [rules, off]: [Rule[], string[]] = [[], []];
  for (const [name, limits] of entries ?? []) {
    const subject = RULE_SUBJECTS.get(name);
    if (subject === undefined) report(["rules", name], unknownRule(name));
    else if (limits === "off") off.push(name);
    else {
      const rule = readRule(limits, ["rules", name], subject, report);
      if (rule !== undefined) rules.push(rule);
    }
  }
  if (entries !== undefined && entries.length === off.length) {
    report(["rules"], "at least one rule must apply: a gate without rules passes everything");
  }
  return { rules, off };
}

/** Checks what every policy must have: without a version, or without rules, it means nothing. */
function readFrame(given: ReadonlyMap<string, unknown>, report: Report): void {
  if (given.get("version") !== 1) {
    report(
      given.has("version") ? ["version"] : [],
      `version must be 1, current value is ${shown(given.get("version"))}`,
    );
  }
  if (given.has("$schema") && typeof given.get("$schema") !== "string") {
    report(["$schema"], `$schema must be an address, current value is ${shown(given.get("$schema"))}`);
  }
  if (!given.has("rules")) report([], "rules must be set: a gate without rules passes everything");
}

/**
 * Reads a policy from plain data, as a YAML 1.2 or JSON parser gives it, and holds it against the registry of measurements:
 * unknown keys and rules, limits that no value can reach or exceed, warnings looser than failures and policies without a rule
 * are refused.
 *
 * @throws {PolicyError} naming every mistake, each with its path and, where it can be guessed, what was meant
 * @example
 * ```ts
 * import { parsePolicy } from "@corpulse/gate";
 *
 * const policy = parsePolicy({ version: 1, rules: { "overlap.exact_duplicate_rate": { fail: { max: "3%" } } } });
 * policy.rules[0].fail; // [{ kind: "max", at: 0.03 }]
 * ```
 */
export function parsePolicy(data: unknown): Policy {
  const problems: PolicyProblem[] = [];
  const report: Report = (path, problem) => {
    problems.push({ path, problem });
    if (problems.length === MOST_PROBLEMS) refuse(problems);
  };
  const given = readMapping(data, [], POLICY_KEYS, report) ?? new Map<string, unknown>();
  const isMapping = problems.every(({ path }) => path.length > 0);
  if (isMapping) readFrame(given, report);
  const gate = readGateSettings(given.get("gate"), ["gate"], report);
  const measure = readMeasureSettings(given.get("measure"), ["measure"], report);
  const { rules, off } = given.has("rules") ? readRules(given.get("rules"), report) : { rules: [], off: [] };
  refuse(problems);
  return { version: 1, gate, measure, rules, off };
}
