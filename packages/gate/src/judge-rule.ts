import { type Facts, factsOf, type Interval, type Unit } from "@corpulse/measurement";
import type { Comparison } from "./comparison.ts";
import { describeBound } from "./describe-bound.ts";
import { describeVerdict } from "./describe-verdict.ts";
import { formatNumber } from "./format-amount.ts";
import type { RuleResult, Verdict } from "./gate-result.ts";
import { type Evidence, judgeBound, type Standing } from "./judge-bound.ts";
import type { Bound, GateSettings, Rule } from "./policy.ts";
import { readSide, whyNotComparable } from "./read-side.ts";
import { subtractSides } from "./subtract-sides.ts";
import type { Side } from "./summarize-side.ts";

/** One copy is one copy, however few the documents: these rules need no minimum to mean something. */
const minimumOf = ({ scope, id }: Rule, { minRecords }: GateSettings): number =>
  scope === "overlap" || id === "exact_duplicate_rate" ? 1 : minRecords;

/** Beyond this share of a corpus its draws are too alike to say how much samples differ. */
const LARGEST_SHARE = 0.95;

/** What is measured in each scope, in words. */
const SIDES: Readonly<Record<Rule["scope"], string>> = {
  candidate: "the candidate",
  overlap: "the overlap",
  merged: "the merged corpus",
};

/** Why there are too few documents to judge by, and which corpus is the small one; `undefined` when there are enough. */
function whyTooFew(
  { documents, drawnFrom }: Pick<Comparison, "documents" | "drawnFrom">,
  records: number,
  minimum: number,
): string | undefined {
  const least = `at least ${formatNumber(minimum)} are needed`;
  if (records < minimum) return `too few new documents: ${formatNumber(records)}, and ${least}`;
  if (documents >= minimum) return undefined;
  if (drawnFrom === undefined) return `too few documents to compare: ${formatNumber(documents)}, and ${least}`;
  const base = formatNumber(drawnFrom.reference);
  const drawn = `of its ${base} only ${formatNumber(documents)} can be drawn to compare with`;
  return `the base has too few documents: ${drawn}, and ${least}`;
}

/** Shares of the candidate's documents, by how much like one of the base they must be. */
const REPEATED: ReadonlyMap<string, string> = new Map([
  ["exact_duplicate_rate", "already in the base"],
  ["near_duplicate_affected_rate", "already in the base, or almost"],
  ["near_duplicate_removable_rate", "already in the base, or almost"],
]);

/** A batch that was merged before fails as a copy of the base: that is to be said, not left to be guessed. */
function alreadyInBase({ scope, id }: Rule, share: number): string {
  const where = scope === "overlap" && share >= 0.5 ? REPEATED.get(id) : undefined;
  if (where === undefined) return "";
  return share === 1 ? `; every new document is ${where}` : `; most new documents are ${where}`;
}

const has = (standings: readonly Standing[], tier: Standing["tier"], is: Standing["is"]): Standing | undefined =>
  standings.find((standing) => standing.tier === tier && standing.is === is);

/** The verdict and the limit that decided it. A proven failure needs no further evidence; anything else needs all of it. */
function decide(standings: readonly Standing[]): readonly [Verdict, Standing | undefined] {
  const failed = has(standings, "fail", "beyond");
  if (failed !== undefined) return ["fail", failed];
  if (standings.length === 0 || standings.some(({ is }) => is === "unknown")) return ["not_evaluated", undefined];
  const open = has(standings, "fail", "undecided");
  if (open !== undefined) return ["inconclusive", open];
  const warned = has(standings, "warn", "beyond");
  if (warned !== undefined) return ["warn", warned];
  const unsure = has(standings, "warn", "undecided");
  return unsure === undefined ? ["pass", standings[0]] : ["inconclusive", unsure];
}

/** The value's own interval and what drawing leaves open, kept inside the range of the measurement. */
function intervalOf(
  side: Side,
  [lowest, highest]: readonly [number, number | null],
  documents: number,
): Interval | null {
  if (side.draws === 1 && side.method === null) return null;
  const drawn = side.draws > 1 ? [`${side.draws} draws of ${documents} documents, 95 % prediction interval`] : [];
  return {
    low: Math.max(lowest, side.value - side.below - side.noise),
    high: Math.min(highest ?? Number.POSITIVE_INFINITY, side.value + side.above + side.noise),
    confidence: side.confidence,
    method: [...drawn, ...(side.method === null ? [] : [side.method])].join("; "),
  };
}

/** Self-BLEU is a fraction by range, but no share of anything: people are told 0.57, as papers print it. */
const wordedUnit = ({ family, unit }: Facts): Unit => (family === "self-bleu" ? "score" : unit);

/** Judges one rule by what was measured in its scope. */
export function judgeRule(
  rule: Rule,
  comparison: Comparison | undefined,
  records: number,
  gate: GateSettings,
): RuleResult {
  const { scope, family, id } = rule;
  const nothing = {
    value: null,
    interval: null,
    reference: null,
    change: null,
    limit: null,
    evidence: null,
    signature: null,
  };
  const documents = comparison?.documents ?? null;
  const blank = { rule: rule.rule, scope, family, id, documents, ...nothing };
  const refuse = (reason: string, known: Partial<RuleResult> = {}): RuleResult => ({
    ...blank,
    ...known,
    verdict: "not_evaluated",
    reason,
  });
  if (comparison === undefined) return refuse(`the scope ${scope} was not measured`);
  const tooFew = whyTooFew(comparison, records, minimumOf(rule, gate));
  const shareOf = (population: number | undefined): number =>
    population === undefined ? 0 : Math.min(comparison.documents / population, LARGEST_SHARE);
  const measured = readSide(rule, comparison.measured, SIDES[scope], shareOf(comparison.drawnFrom?.measured));
  if (typeof measured === "string") return refuse(tooFew ?? measured);
  const whole = comparison.whole === undefined ? measured : readSide(rule, [comparison.whole], SIDES[scope]);
  if (typeof whole === "string") return refuse(tooFew ?? whole);

  const facts = factsOf(id, family);
  const interval = intervalOf(measured, facts.range, comparison.documents);
  const base = readSide(rule, comparison.reference, "the base", shareOf(comparison.drawnFrom?.reference));
  const differ = typeof base === "string" ? base : whyNotComparable(measured.signature, base.signature);
  const reference = typeof base === "string" || differ !== undefined ? null : base;
  const change = reference && subtractSides(measured, reference, comparison.documents);
  const { value, signature } = measured;
  const known = { value, interval, reference: reference?.value ?? null, change, signature };

  if (tooFew !== undefined) return refuse(tooFew, known);

  const evidenceOf = (side: Side): Evidence => {
    const around = intervalOf(side, facts.range, comparison.documents);
    return { measured: side, low: around?.low ?? side.value, high: around?.high ?? side.value, reference, change };
  };
  // A limit on the value itself holds for the whole corpus, one on a change for draws of equal size.
  const found = (bound: Bound): Evidence => evidenceOf("at" in bound ? whole : measured);
  const standings = (["warn", "fail"] as const).flatMap((tier) =>
    rule[tier].map((bound) => judgeBound(bound, tier, found(bound), gate.proof)),
  );
  const [verdict, decided] = decide(standings);
  if (decided === undefined) return refuse(differ ?? "the rule sets no limit", known);
  const { tier, bound, threshold } = decided;
  const decisive = found(bound);
  const unit = wordedUnit(facts);
  const limit = { tier, bound, threshold, text: describeBound(bound, unit) };
  const undecided = judgeBound(bound, tier, decisive, "bad").is === "undecided";
  const circumstances = { unit, documents: comparison.documents, undecided };
  const shown = {
    value: decisive.measured.value,
    interval: intervalOf(decisive.measured, facts.range, comparison.documents),
  };
  const repeated = verdict === "pass" ? "" : alreadyInBase(rule, shown.value);
  const reason = describeVerdict(verdict, limit, circumstances, decisive) + repeated;
  return { ...blank, ...known, ...shown, verdict, limit, reason };
}
