import { lexicalEmbedding } from "@corpulse/embed";
import type { Vectors } from "@corpulse/embedding-spread";
import type { Comparison, Policy, Scope, ScopeNeeds } from "@corpulse/gate";
import { requiredMeasurements } from "@corpulse/gate";
import { type Family, type Measurement, seededRandom } from "@corpulse/measurement";
import { measureOverlap, type OverlapResult, parseShingle } from "@corpulse/near-duplicates";
import { documentCount, ngramIndex, selectDocuments, type TokenCorpus } from "@corpulse/tokens";
import type { FamilyResults } from "./family-results.ts";
import { measureFamilies, type MeasureTask } from "./measure-families.ts";
import type { Progress } from "./progress.ts";
import type { Settings } from "./settings.ts";
import { allOf, type DocumentRange, drawsOf } from "./draws-of.ts";
import { vectorsOf } from "./vectors-of.ts";

/** Base and candidate in one corpus, the base first. */
export interface MergedCorpus {
  readonly corpus: TokenCorpus;
  readonly vectors: Vectors | null;
  /** The first document of the candidate. */
  readonly candidateFrom: number;
}

/** What was measured in each scope, and what the candidate itself showed, for evidence. */
export interface ScopeComparisons {
  readonly candidate?: Comparison;
  readonly overlap?: Comparison;
  readonly merged?: Comparison;
  readonly overlapResult?: OverlapResult;
  readonly candidateResults: FamilyResults;
}

/** Draws from the base must leave out enough of it to differ from one another, or their spread says nothing. */
const LARGEST_SHARE_DRAWN = 0.5;

/** Tokens that a draw may fall short of the mean: the budget must be in reach of every corpus that is compared. */
const BUDGET_MARGIN = 0.8;

/** Measures parts of the merged corpus, each family only where a rule needs it. */
class PartMeasurer {
  readonly #merged: MergedCorpus;
  readonly #settings: Settings;
  readonly #vectors: Vectors | null;

  constructor(merged: MergedCorpus, settings: Settings, needsVectors: boolean) {
    this.#merged = merged;
    this.#settings = settings;
    // One embedding for all parts, so that their distances lie in the same space.
    this.#vectors = needsVectors ? (merged.vectors ?? lexicalEmbedding(merged.corpus, { seed: settings.seed })) : null;
  }

  measure(documents: Uint32Array, families: readonly Family[], tokenBudget: number): FamilyResults {
    const { shingle, similarity, seed } = this.#settings;
    const task: MeasureTask = {
      corpus: selectDocuments(this.#merged.corpus, documents),
      families,
      vectors: this.#vectors === null ? null : vectorsOf(this.#vectors, documents),
      shingle,
      similarity,
      seed,
      tokenBudget,
    };
    return measureFamilies(task);
  }
}

function listOf(results: FamilyResults): readonly Measurement[] {
  return Object.values(results).flatMap((result) => result?.measurements ?? []);
}

/** A token budget that every draw of this many documents holds: that of the sparser corpus, less a margin. */
function tokenBudgetFor(corpus: TokenCorpus, ranges: readonly DocumentRange[], size: number): number {
  const means = ranges.map(({ from, to }) => (corpus.offsets[to] - corpus.offsets[from]) / (to - from));
  return Math.max(1, Math.floor(Math.min(...means) * size * BUDGET_MARGIN));
}

/**
 * Measures what a policy's rules need, each scope in its own way: the candidate against draws of its size from the base, its
 * documents beside the base's, and draws of the merged corpus at the base's size against the base.
 */
export function compareScopes(
  merged: MergedCorpus,
  policy: Pick<Policy, "rules" | "gate">,
  settings: Settings,
  progress: Progress,
): ScopeComparisons {
  const { corpus, candidateFrom } = merged;
  const needs = requiredMeasurements(policy);
  const base = { from: 0, to: candidateFrom };
  const candidate = { from: candidateFrom, to: documentCount(corpus) };
  const everything = { from: 0, to: candidate.to };
  const needsVectors = [needs.candidate, needs.merged].some(({ families }) => families.includes("embedding-spread"));
  const measurer = new PartMeasurer(merged, settings, needsVectors);
  const { draws } = policy.gate;

  /** Measures draws of both ranges at one size. */
  const compare = (
    scope: Scope,
    need: ScopeNeeds,
    sides: readonly [DocumentRange, DocumentRange],
    size: number,
  ): Comparison => {
    const budget = tokenBudgetFor(corpus, sides, size);
    const random = seededRandom(settings.seed);
    const [measured, reference] = sides.map((range, side) => {
      const families = side === 0 ? need.families : need.compared;
      if (families.length === 0) return [];
      const drawn = drawsOf(range, size, draws, random);
      return drawn.map((documents, index) => {
        progress.update(`${scope}: ${side === 0 ? "measuring" : "the base at equal size"}`, index / drawn.length);
        return listOf(measurer.measure(documents, families, budget));
      });
    });
    return { measured, reference, documents: size };
  };

  let candidateResults: FamilyResults = {};
  let comparisons: Omit<ScopeComparisons, "candidateResults"> = {};
  if (needs.candidate.families.length > 0) {
    const count = candidate.to - candidate.from;
    const size = Math.max(1, Math.min(count, Math.floor(candidateFrom * LARGEST_SHARE_DRAWN)));
    const budget = tokenBudgetFor(corpus, [candidate, base], size);
    progress.update("candidate: measuring", 0);
    candidateResults = measurer.measure(allOf(candidate), needs.candidate.families, budget);
    comparisons = { ...comparisons, candidate: compare("candidate", needs.candidate, [candidate, base], size) };
  }
  if (needs.overlap.families.length > 0) {
    progress.update("overlap: looking for copies of the base", 0);
    const { shingle, similarity, seed } = settings;
    const overlapResult = measureOverlap(ngramIndex(corpus), {
      candidateFrom,
      shingle: parseShingle(shingle),
      similarity,
      seed,
      progress: (share) => progress.update("overlap: looking for copies of the base", share),
    });
    const documents = candidate.to - candidate.from;
    comparisons = {
      ...comparisons,
      overlapResult,
      overlap: { measured: [overlapResult.measurements], reference: [], documents },
    };
  }
  if (needs.merged.families.length > 0) {
    comparisons = { ...comparisons, merged: compare("merged", needs.merged, [everything, base], candidateFrom) };
  }
  return { ...comparisons, candidateResults };
}
