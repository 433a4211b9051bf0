import type { DisjointSets } from "./disjoint-sets.ts";
import type { DocumentPairs } from "./document-pairs.ts";
import type { Families, FamilyClass } from "./families.ts";

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
  readonly #documents = new Map<FamilyClass, number>();
  readonly #kept = new Set<FamilyClass>();
  /** The pairs of documents counted so far; whole when all sets have been settled. */
  pairs = 0;

  constructor(families: Families, places: Uint32Array, tally: FamilyTally) {
    this.#families = families;
    this.#places = places;
    this.#tally = tally;
    for (const one of families.classes) {
      let documents = 0;
      for (const place of one.members) documents += tally.verified.documentsOf(places[place]);
      this.#documents.set(one, documents);
    }
  }

  /** Counts the pairs of the set at a place. All its pairs with earlier sets that are found otherwise must have been. */
  settle(place: number): void {
    const own = this.#families.classOf[place];
    if (own === undefined) return;
    const { verified, linked, keptSets } = this.#tally;
    const set = this.#places[place];
    let documents = 0;
    for (const other of own.alike) {
      documents += this.#documents.get(other) ?? 0;
      linked.union(set, this.#places[other.members[0]]);
      if (this.#kept.has(other)) keptSets[set] = 0;
    }
    if (own.alike.has(own)) documents -= verified.documentsOf(set);
    this.pairs += verified.addHalf(set, documents);
    if (keptSets[set] === 1) this.#kept.add(own);
  }
}
