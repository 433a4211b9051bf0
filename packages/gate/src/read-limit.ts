import type { Facts } from "@corpulse/measurement";
import type { Bound, ChangeBound, ValueBound } from "./policy.ts";
import type { PolicyPath } from "./policy-error.ts";
import { readMapping, type Report, shown } from "./read-mapping.ts";
import type { RuleSubject } from "./rule-subject.ts";

/** How a share is written: `5%`. */
export const PERCENTAGE: RegExp = /^([0-9]+(?:\.[0-9]+)?) ?%$/;

/** How an absolute change of a share is written: `1pp`, one percentage point. */
export const POINTS: RegExp = /^([0-9]+(?:\.[0-9]+)?) ?pp$/;

const hundredths = (value: unknown, pattern: RegExp): number | undefined => {
  const digits = typeof value === "string" ? pattern.exec(value)?.[1] : undefined;
  return digits === undefined ? undefined : Number(digits) / 100;
};

const rangeOf = ({ range: [low, high] }: Facts): string => (high === null ? `at least ${low}` : `in ${low}…${high}`);

/** A number that cannot be a share, but would be one as a percentage. */
const guess = (facts: Facts, value: unknown, sign: string): string =>
  facts.unit === "fraction" && typeof value === "number" && value > 1 && value <= 100
    ? `, did you mean ${value}${sign}?`
    : "";

/** What is wrong with a limit on the value, or the limit. */
function valueBound(kind: ValueBound["kind"], value: unknown, facts: Facts): ValueBound | string {
  const [low, high] = facts.range;
  const share = hundredths(value, PERCENTAGE);
  if (share !== undefined && facts.unit !== "fraction") {
    return `${kind} cannot be a percentage, because ${facts.id} is not a share but counted in ${facts.unit}, current value is ${shown(value)}`;
  }
  const at = share ?? value;
  const form = facts.unit === "fraction" ? "a number or a percentage" : "a number";
  if (typeof at !== "number" || !Number.isFinite(at))
    return `${kind} must be ${form}, current value is ${shown(value)}`;
  if (at < low || (high !== null && at > high)) {
    return `${kind} of ${facts.id} must be ${rangeOf(facts)}, current value is ${shown(value)}${guess(facts, value, "%")}`;
  }
  if (at === (kind === "max" ? high : low)) {
    return `${kind} of ${facts.id} must be a limit that some value exceeds, current value is ${shown(value)}; write off to leave the rule out`;
  }
  return { kind, at };
}

/** What is wrong with a relative limit, or the limit as a share of the expected value. */
function relativeAmount(kind: ChangeBound["kind"], value: unknown, facts: Facts): number | string {
  const share = hundredths(value, PERCENTAGE);
  const rel = share ?? value;
  if (typeof rel !== "number" || !Number.isFinite(rel) || rel < 0) {
    const points =
      facts.unit === "fraction" && hundredths(value, POINTS) !== undefined
        ? `, did you mean { abs: ${String(value)} }?`
        : "";
    return `${kind} must be a share of the expected value such as 5%, current value is ${shown(value)}${points}`;
  }
  if (share === undefined && rel > 1) {
    return `${kind} is a share of the expected value, current value is ${rel}, did you mean ${rel}%${facts.unit === "fraction" ? "" : ` or { abs: ${rel} }`}?`;
  }
  if (kind === "max_drop" && rel >= 1) {
    return `max_drop must be below 100%, because nothing falls further, current value is ${shown(value)}; write off to leave the rule out`;
  }
  return rel;
}

/** What is wrong with an absolute limit on a change, or the limit. */
function absoluteAmount(value: unknown, facts: Facts): number | string {
  const [low, high] = facts.range;
  if (hundredths(value, PERCENTAGE) !== undefined) {
    const meant = facts.unit === "fraction" ? `${String(value).replace(/ ?%/, "")}pp` : `rel: ${String(value)}`;
    return `abs cannot be a percentage, current value is ${shown(value)}, did you mean ${meant}?`;
  }
  const points = hundredths(value, POINTS);
  if (points !== undefined && facts.unit !== "fraction") {
    return `abs cannot be in percentage points, because ${facts.id} is not a share but counted in ${facts.unit}, current value is ${shown(value)}`;
  }
  const abs = points ?? value;
  const form = facts.unit === "fraction" ? "a number or percentage points such as 1pp" : "a number";
  if (typeof abs !== "number" || !Number.isFinite(abs) || abs < 0) {
    return `abs must be ${form}, not below 0, current value is ${shown(value)}`;
  }
  if (high !== null && abs >= high - low) {
    return `abs must be below ${high - low}, because ${facts.id} lies in ${low}…${high}, current value is ${shown(value)}${guess(facts, value, "pp")}`;
  }
  return abs;
}

function readChange(
  kind: ChangeBound["kind"],
  value: unknown,
  path: PolicyPath,
  facts: Facts,
  report: Report,
): ChangeBound | undefined {
  const amount = (found: number | string, at: PolicyPath): number | undefined => {
    if (typeof found === "number") return found;
    report(at, found);
    return undefined;
  };
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    const rel = amount(relativeAmount(kind, value, facts), path);
    return rel === undefined ? undefined : { kind, rel, abs: null, need: "either" };
  }
  const given = readMapping(value, path, ["rel", "abs", "need"], report);
  if (given === undefined) return undefined;
  const rel = given.has("rel") ? amount(relativeAmount(kind, given.get("rel"), facts), [...path, "rel"]) : null;
  const abs = given.has("abs") ? amount(absoluteAmount(given.get("abs"), facts), [...path, "abs"]) : null;
  const need = given.get("need") ?? (given.has("rel") && given.has("abs") ? undefined : "either");
  if (!given.has("rel") && !given.has("abs")) report(path, `${kind} must set rel, abs or both`);
  if (given.has("need") && !(given.has("rel") && given.has("abs"))) {
    report([...path, "need"], "need says how rel and abs combine and must stand beside both of them");
  }
  if (need !== "both" && need !== "either") {
    const rule = "need must say whether exceeding both rel and abs is needed or either is enough: both or either";
    report(given.has("need") ? [...path, "need"] : path, `${rule}, current value is ${shown(given.get("need"))}`);
    return undefined;
  }
  return rel === undefined || abs === undefined ? undefined : { kind, rel, abs, need };
}

const isChange = (key: string): key is ChangeBound["kind"] => key === "max_drop" || key === "max_rise";

function readBound(
  key: string,
  value: unknown,
  path: PolicyPath,
  subject: RuleSubject,
  report: Report,
): Bound | undefined {
  const { facts, comparable, rule } = subject;
  if (isChange(key)) {
    if (comparable) return readChange(key, value, path, facts, report);
    report(path, `${rule} has no reference to change from, so ${key} cannot be set: use max`);
    return undefined;
  }
  const bound = valueBound(key === "max" ? "max" : "min", value, facts);
  if (typeof bound !== "string") return bound;
  report(path, bound);
  return undefined;
}

/** Reads one tier of a rule: all limits that it sets. */
export function readLimit(data: unknown, path: PolicyPath, subject: RuleSubject, report: Report): readonly Bound[] {
  const given = readMapping(data, path, ["max", "min", "max_drop", "max_rise"], report);
  if (given?.size === 0) report(path, "a limit must set max, min, max_drop or max_rise");
  const bounds = [...(given ?? [])]
    .map(([key, value]) => readBound(key, value, [...path, key], subject, report))
    .filter((bound) => bound !== undefined);
  const at = (kind: ValueBound["kind"]): number | undefined =>
    bounds.find((bound): bound is ValueBound => bound.kind === kind)?.at;
  const [max, min] = [at("max"), at("min")];
  if (max !== undefined && min !== undefined && min > max) {
    report(path, `min must not be above max, current values are ${min} and ${max}`);
  }
  return bounds;
}
