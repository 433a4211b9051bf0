import { type Comparison, type Policy, requiredMeasurements, type ScopeNeeds } from "@corpulse/gate";
import { type Family, type Measurement, seededRandom } from "@corpulse/measurement";
import { measureOverlap, type OverlapResult, parseShingle } from "@corpulse/near-duplicates";
import { documentCount, ngramIndex } from "@corpulse/tokens";
import { allOf, type DocumentRange, drawsOf, sizeOf } from "./draws-of.ts";
import type { FamilyResults } from "./family-results.ts";
import { type MergedCorpus, PartMeasurer } from "./part-measurer.ts";
import type { Progress } from "./progress.ts";
import type { Settings } from "./settings.ts";

/** What was measured in each scope that a rule needs, and what the candidate itself showed, for evidence. */
export interface ScopeComparisons {
  readonly candidate?: Comparison;
  readonly overlap?: Comparison;
  readonly merged?: Comparison;
  readonly overlapResult?: OverlapResult;
  readonly candidateResults?: FamilyResults;
}

/** Draws must leave out enough of a corpus to differ from one another, or their spread says nothing. */
const LARGEST_SHARE_DRAWN = 0.5;

/** How far a draw's tokens may fall short of the mean: the token budget must be in reach of every corpus that is compared. */
const BUDGET_MARGIN = 0.8;

/** What all scopes are measured with. */
interface Measuring {
  readonly merged: MergedCorpus;
  readonly measurer: PartMeasurer;
  readonly draws: number;
  readonly settings: Settings;
  readonly progress: Progress;
}

function listOf(results: FamilyResults): readonly Measurement[] {
  return Object.values(results).flatMap((result) => result?.measurements ?? []);
}

/** The longest sequence whose distinct share a rule asks for: of those a short document holds fewer than it has tokens. */
function longestOrder(ids: readonly string[]): number {
  return Math.max(1, ...ids.map((id) => Number(/^distinct_(\d)$/.exec(id)?.[1] ?? 1)));
}

/** How many sequences of an order some documents hold. */
function gramsIn({ corpus: { offsets } }: MergedCorpus, documents: Uint32Array, order: number): number {
  return documents.reduce((sum, one) => sum + Math.max(0, offsets[one + 1] - offsets[one] - order + 1), 0);
}

/**
 * A token budget that all of the drawn documents hold: that of the sparser corpus less a margin, and where documents are short
 * or differ much in length, what the poorest draw has.
 */
function tokenBudgetFor(
  merged: MergedCorpus,
  ranges: readonly DocumentRange[],
  { size, order, drawn }: { readonly size: number; readonly order: number; readonly drawn: readonly Uint32Array[] },
): number {
  const { offsets } = merged.corpus;
  const means = ranges.map((range) => (offsets[range.to] - offsets[range.from]) / sizeOf(range));
  const poorest = Math.min(...drawn.map((documents) => gramsIn(merged, documents, order)));
  return Math.max(1, Math.floor(Math.min(Math.min(...means) * size * BUDGET_MARGIN, poorest)));
}

interface DrawPlan {
  readonly stage: string;
  readonly families: readonly Family[];
  readonly tokenBudget: number;
}

/** Measures each of some draws. */
function measureDraws(
  { measurer, progress }: Measuring,
  drawn: readonly Uint32Array[],
  { stage, families, tokenBudget }: DrawPlan,
): readonly (readonly Measurement[])[] {
  if (families.length === 0) return [];
  return drawn.map((documents, index) => {
    progress.update(stage, index / drawn.length);
    return listOf(measurer.measure(documents, families, tokenBudget));
  });
}

/** The candidate beside as many documents of the base. A candidate larger than half the base is drawn down to that. */
function compareCandidate(
  measuring: Measuring,
  { families, compared, ids }: ScopeNeeds,
): Pick<ScopeComparisons, "candidate" | "candidateResults"> {
  const { merged, measurer, draws, settings, progress } = measuring;
  const base = { from: 0, to: merged.candidateFrom };
  const candidate = { from: base.to, to: documentCount(merged.corpus) };
  const size = Math.max(1, Math.min(sizeOf(candidate), Math.floor(sizeOf(base) * LARGEST_SHARE_DRAWN)));
  const random = seededRandom(settings.seed);
  const ours = drawsOf(candidate, size, draws, random);
  const theirs = drawsOf(base, size, draws, random);
  const drawn = [...ours, ...(compared.length > 0 ? theirs : [])];
  const tokenBudget = tokenBudgetFor(merged, [candidate, base], { size, order: longestOrder(ids), drawn });
  progress.update("measuring the candidate", 0);
  const candidateResults = measurer.measure(allOf(candidate), families, tokenBudget);
  const whole = listOf(candidateResults);
  const measured =
    size === sizeOf(candidate)
      ? [whole]
      : measureDraws(measuring, ours, { tokenBudget, families, stage: "drawing from the candidate" });
  const reference = measureDraws(measuring, theirs, {
    tokenBudget,
    families: compared,
    stage: "drawing from the base",
  });
  const drawnFrom = { measured: sizeOf(candidate), reference: sizeOf(base) };
  return { candidateResults, candidate: { measured, reference, documents: size, whole, drawnFrom } };
}

/** The candidate's documents beside the base's: which of them are copies. */
function compareOverlap({
  merged,
  settings,
  progress,
}: Measuring): Pick<ScopeComparisons, "overlap" | "overlapResult"> {
  const { corpus, candidateFrom } = merged;
  const { shingle, similarity, seed } = settings;
  const stage = "looking for copies of the base";
  progress.update(stage, 0);
  const overlapResult = measureOverlap(ngramIndex(corpus), {
    candidateFrom,
    shingle: parseShingle(shingle),
    similarity,
    seed,
    progress: (share) => progress.update(stage, share),
  });
  const documents = documentCount(corpus) - candidateFrom;
  return { overlapResult, overlap: { measured: [overlapResult.measurements], reference: [], documents } };
}

/** Draws of the merged corpus at the base's size, beside the base: what the merge would leave. */
function compareMerged(
  measuring: Measuring,
  { families, compared, ids }: ScopeNeeds,
): Pick<ScopeComparisons, "merged"> {
  const { merged, draws, settings } = measuring;
  const base = { from: 0, to: merged.candidateFrom };
  const everything = { from: 0, to: documentCount(merged.corpus) };
  const size = sizeOf(base);
  const ours = drawsOf(everything, size, draws, seededRandom(settings.seed));
  const theirs = [allOf(base)];
  const drawn = [...ours, ...(compared.length > 0 ? theirs : [])];
  const tokenBudget = tokenBudgetFor(merged, [everything, base], { size, order: longestOrder(ids), drawn });
  const measured = measureDraws(measuring, ours, { tokenBudget, families, stage: "drawing from the merged corpus" });
  const reference = measureDraws(measuring, theirs, { tokenBudget, families: compared, stage: "measuring the base" });
  return { merged: { measured, reference, documents: size } };
}

const needed = ({ families }: ScopeNeeds): boolean => families.length > 0;

/** Measures what a policy's rules need, each scope in its own way, and nothing else. */
export function compareScopes(
  merged: MergedCorpus,
  policy: Pick<Policy, "rules" | "gate">,
  settings: Settings,
  progress: Progress,
): ScopeComparisons {
  const needs = requiredMeasurements(policy);
  const measurer = new PartMeasurer(merged, settings);
  const measuring = { merged, measurer, draws: policy.gate.draws, settings, progress };
  return {
    ...(needed(needs.overlap) ? compareOverlap(measuring) : {}),
    ...(needed(needs.candidate) ? compareCandidate(measuring, needs.candidate) : {}),
    ...(needed(needs.merged) ? compareMerged(measuring, needs.merged) : {}),
  };
}
