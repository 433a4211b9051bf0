import type { DisjointSets } from "./disjoint-sets.ts";
import type { DocumentPairs } from "./document-pairs.ts";
import type { Families } from "./families.ts";

/** Where the pairs of families are counted. */
export interface FamilyTally {
  readonly verified: DocumentPairs;
  readonly linked: DisjointSets;
  /** 1 for each set that stays when, in order, each one that is like an earlier kept one goes. */
  readonly keptSets: Uint8Array;
}

/** Counts the pairs that classes of families are certain to make, set by set, without looking at a pair. */
export class FamilyPairs {
  readonly #families: Families;
  readonly #places: Uint32Array;
  readonly #tally: FamilyTally;
  /** For each class the classes that are alike to it. */
  readonly #alike: readonly (readonly number[])[];
  /** For each class the documents of all classes that are alike to it. */
  readonly #near: readonly number[];
  /** For each class 1 when some class alike to it has a member that stays. */
  readonly #goes: Uint8Array;
  /** The pairs of documents counted so far; whole when all sets have been settled. */
  pairs = 0;

  constructor(families: Families, places: Uint32Array, tally: FamilyTally) {
    this.#families = families;
    this.#places = places;
    this.#tally = tally;
    const { classes } = families;
    const documents = classes.map(({ members }) =>
      members.reduce((sum, place) => sum + tally.verified.documentsOf(places[place]), 0),
    );
    this.#alike = classes.map(({ first, alike }) =>
      [...alike.keys()].filter((at) => alike[at] === 1).map((at) => first + at),
    );
    this.#near = this.#alike.map((all) => all.reduce((sum, other) => sum + documents[other], 0));
    this.#goes = new Uint8Array(classes.length);
    for (const [first, ...others] of this.#alike) {
      for (const other of others) tally.linked.union(this.#setOf(first), this.#setOf(other));
    }
  }

  /** The first set of a class. */
  #setOf(number: number): number {
    return this.#places[this.#families.classes[number].members[0]];
  }

  /** Counts the pairs of the set at a place. All its pairs with earlier sets that are found otherwise must have been. */
  settle(place: number): void {
    const { classOf, classes } = this.#families;
    const own = classOf[place];
    if (own < 0 || this.#alike[own].length === 0) return;
    const { verified, linked, keptSets } = this.#tally;
    const set = this.#places[place];
    const { alike, first } = classes[own];
    if (this.#goes[own] === 1) keptSets[set] = 0;
    if (keptSets[set] === 1) for (const other of this.#alike[own]) this.#goes[other] = 1;
    linked.union(set, this.#setOf(this.#alike[own][0]));
    this.pairs += verified.addHalf(set, this.#near[own] - (alike[own - first] === 1 ? verified.documentsOf(set) : 0));
  }
}
