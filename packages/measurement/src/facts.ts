import type { Family } from "./family.ts";
import { embeddingSpreadFacts } from "./facts/embedding-spread.ts";
import { nearDuplicatesFacts } from "./facts/near-duplicates.ts";
import { ngramEntropyFacts } from "./facts/ngram-entropy.ts";
import { selfBleuFacts } from "./facts/self-bleu.ts";
import { sizeFacts } from "./facts/size.ts";
import { nearestName } from "./nearest-name.ts";

/** What a value is counted in. `fraction` lies in 0…1, `distance` is the distance of the family, `score` has no unit. */
export type Unit = "documents" | "tokens" | "types" | "bits" | "fraction" | "distance" | "score";

/** Which way of a value means a more diverse corpus. */
export type Direction = "higher" | "lower" | "neither";

/** What is always true of a measurement id, whatever the corpus. */
export interface Facts {
  readonly id: string;
  readonly family: Family;
  /** The name a reader sees, in plain words. */
  readonly title: string;
  readonly unit: Unit;
  /** The lowest and the highest possible value; `null` where there is no highest. */
  readonly range: readonly [low: number, high: number | null];
  readonly direction: Direction;
  /** Whether the value moves with the number of documents or tokens alone, so that only equal sizes compare. */
  readonly sizeDependent: boolean;
  /** One sentence: what is measured. */
  readonly measures: string;
  /** How it is computed, in one line. */
  readonly formula: string;
  /** What misleads in it, in a sentence. */
  readonly caution: string;
  /** Where it comes from. */
  readonly source: string;
}

/** The facts of every measurement id, in the order in which reports show them. */
export const FACTS: readonly Facts[] = [
  ...sizeFacts,
  ...ngramEntropyFacts,
  ...selfBleuFacts,
  ...nearDuplicatesFacts,
  ...embeddingSpreadFacts,
];

/**
 * The facts of one measurement id: its unit, range, direction, size-dependence and source.
 *
 * `types` is measured twice, over the whole corpus (family `size`) and at a token budget (family `ngram-entropy`); without
 * a family the second is meant, because it is the one that compares.
 *
 * @throws {RangeError} when there is no such id
 * @example
 * ```ts
 * import { factsOf } from "@corpulse/measurement";
 *
 * factsOf("self_bleu_4").direction; // "lower"
 * ```
 */
export function factsOf(id: string, family?: Family): Facts {
  const found = FACTS.findLast((facts) => facts.id === id && (family === undefined || facts.family === family));
  if (found === undefined) {
    const place = family === undefined ? "" : ` in family ${family}`;
    const meant = nearestName(id, new Set(FACTS.map((facts) => facts.id)));
    const hint = meant === undefined ? "" : `; did you mean ${meant}?`;
    throw new RangeError(
      `Cannot find the facts of a measurement: the id must be a known one${place}, current value is ${id}${hint}`,
    );
  }
  return found;
}
