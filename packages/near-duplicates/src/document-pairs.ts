import { pairsAcross, pairsWithin, type Population } from "./population.ts";

/** Counts pairs of documents while pairs of sets come in, in memory for the sets alone. Pairs within a set are there from the start. */
export class DocumentPairs {
  readonly #population: Population;
  /** For each set the documents on either side in all the sets that it pairs with. */
  readonly #nearFirst: Uint32Array;
  readonly #nearSecond: Uint32Array;
  /** The pairs of documents that share a set. */
  readonly within: number;
  /** The pairs of documents that do not share a set. */
  across = 0;

  constructor(population: Population) {
    const sets = population.sides.length;
    this.#population = population;
    this.#nearFirst = new Uint32Array(sets);
    this.#nearSecond = new Uint32Array(sets);
    let within = 0;
    for (let set = 0; set < sets; set++) within += pairsWithin(population, set);
    this.within = within;
  }

  get total(): number {
    return this.within + this.across;
  }

  /** Adds two different sets and gives the number of pairs of documents that this makes. */
  add(left: number, right: number): number {
    const first = this.#population.counts[0];
    this.#nearFirst[left] += first[right];
    this.#nearFirst[right] += first[left];
    if (this.#population.between !== undefined) {
      const second = this.#population.counts[1];
      this.#nearSecond[left] += second[right];
      this.#nearSecond[right] += second[left];
    }
    const pairs = pairsAcross(this.#population, left, right);
    this.across += pairs;
    return pairs;
  }

  /** The documents of a set, when there are no sides. */
  documentsOf(set: number): number {
    return this.#population.counts[0][set];
  }

  /**
   * Adds all pairs of one set with others that together have so many documents, when there are no sides, and gives their
   * number. It has to be called for the other sets too: each call counts one half.
   */
  addHalf(set: number, documents: number): number {
    const pairs = (this.documentsOf(set) * documents) / 2;
    this.#nearFirst[set] += documents;
    this.across += pairs;
    return pairs;
  }

  /** For each document the number of documents that it pairs with. */
  neighbours(): Uint32Array {
    const { between, setOf, counts } = this.#population;
    return setOf.map((set, document) => {
      if (between === undefined) return this.#nearFirst[set] + counts[0][set] - 1;
      if (document < between) return this.#nearSecond[set] + counts[1][set];
      return this.#nearFirst[set] + counts[0][set];
    });
  }
}
