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
  /** For each class the first class of its family that is alike to it, or −1. */
  readonly #firstAlike: Int32Array;
  /** For each class the documents of all classes that are alike to it. */
  readonly #near: Float64Array;
  /** For each class 1 when some class alike to it has a member that stays. */
  readonly #goes: Uint8Array;
  /** The pairs of documents counted so far; whole when all sets have been settled. */
  pairs = 0;

  constructor(families: Families, places: Uint32Array, tally: FamilyTally) {
    this.#families = families;
    this.#places = places;
    this.#tally = tally;
    const { classes } = families;
    const documents = Float64Array.from(classes, ({ members }) => this.#documentsOf(members));
    this.#firstAlike = new Int32Array(classes.length).fill(-1);
    this.#near = new Float64Array(classes.length);
    this.#goes = new Uint8Array(classes.length);
    classes.forEach((_, number) => this.#addAlike(number, documents));
  }

  /** The documents of the sets at some places. */
  #documentsOf(members: readonly number[]): number {
    return members.reduce((sum, place) => sum + this.#tally.verified.documentsOf(this.#places[place]), 0);
  }

  /** Links the classes that are alike to one, and adds up their documents. */
  #addAlike(number: number, documents: Float64Array): void {
    const { first, alike } = this.#families.classes[number];
    let firstAlike = -1;
    let near = 0;
    for (let at = 0; at < alike.length; at++) {
      if (alike[at] === 0) continue;
      near += documents[first + at];
      if (firstAlike < 0) firstAlike = first + at;
      else this.#tally.linked.union(this.#setOf(firstAlike), this.#setOf(first + at));
    }
    this.#firstAlike[number] = firstAlike;
    this.#near[number] = near;
  }

  /** The first set of a class. */
  #setOf(number: number): number {
    return this.#places[this.#families.classes[number].members[0]];
  }

  /** Counts the pairs of the set at a place. All its pairs with earlier sets that are found otherwise must have been. */
  settle(place: number): void {
    const { classOf, classes } = this.#families;
    const own = classOf[place];
    if (own < 0 || this.#firstAlike[own] < 0) return;
    const { verified, linked, keptSets } = this.#tally;
    const set = this.#places[place];
    const { alike, first } = classes[own];
    if (this.#goes[own] === 1) keptSets[set] = 0;
    if (keptSets[set] === 1) for (let at = 0; at < alike.length; at++) this.#goes[first + at] |= alike[at];
    linked.union(set, this.#setOf(this.#firstAlike[own]));
    this.pairs += verified.addHalf(set, this.#near[own] - (alike[own - first] === 1 ? verified.documentsOf(set) : 0));
  }
}
