import type { Population } from "./population.ts";
import type { Postings } from "./postings.ts";

/** What a join has passed over, at most. */
export interface PassedOver {
  /** Pairs of documents. */
  readonly pairs: number;
  /** Documents without a near-copy among those that they were compared with. */
  readonly documents: number;
  /** Pairs that would have joined two groups. */
  readonly joins: number;
}

/** Bounds what a join passes over, list by list, without looking at the pairs. */
export class PassedOverPairs {
  readonly #places: Uint32Array;
  readonly #setOf: Uint32Array;
  readonly #counts: readonly [Uint32Array, Uint32Array];
  /** Sets in lists of which some pairs were passed over. */
  readonly #open: Uint8Array;
  /** For each posting the documents of all sets before it. */
  readonly #before = new Map<Postings, Float64Array>();
  readonly #opened = new Map<Postings, Uint8Array>();
  #pairs = 0;

  constructor(places: Uint32Array, { setOf, counts }: Population) {
    this.#places = places;
    this.#setOf = setOf;
    this.#counts = counts;
    this.#open = new Uint8Array(counts[0].length);
  }

  /** The documents of the set at a place. */
  #documentsAt(place: number): number {
    const [first, second] = this.#counts;
    const set = this.#places[place];
    return first[set] + second[set];
  }

  /** A place was not compared with the places of a feature from a posting on. */
  add(place: number, postings: Postings, feature: number, from: number): void {
    const before = this.#before.get(postings) ?? this.#countBefore(postings);
    const end = postings.heads[feature + 1];
    this.#pairs += (before[end] - before[from]) * this.#documentsAt(place);
    const opened = this.#opened.get(postings);
    if (opened === undefined || opened[feature] === 1) return;
    opened[feature] = 1;
    for (let at = postings.heads[feature]; at < end; at++) this.#open[this.#places[postings.places[at]]] = 1;
  }

  #countBefore(postings: Postings): Float64Array {
    const before = new Float64Array(postings.places.length + 1);
    for (let at = 0; at < postings.places.length; at++) {
      before[at + 1] = before[at] + this.#documentsAt(postings.places[at]);
    }
    this.#before.set(postings, before);
    this.#opened.set(postings, new Uint8Array(postings.featureCount));
    return before;
  }

  finish(neighbours: Uint32Array): PassedOver {
    if (this.#opened.size === 0) return { pairs: 0, documents: 0, joins: 0 };
    const open = this.#open.reduce((sum, one) => sum + one, 0);
    const alone = neighbours.filter((near, document) => near === 0 && this.#open[this.#setOf[document]] === 1);
    return { pairs: this.#pairs, documents: alone.length, joins: Math.max(0, open - 1) };
  }
}
