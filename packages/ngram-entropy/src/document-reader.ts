import type { TokenCorpus } from "@corpulse/tokens";
import { fullStretches } from "./full-stretches.ts";
import { notNegative } from "./not-negative.ts";

/** What the indices of single texts are taken with. */
export interface IndexSettings {
  /** The window of MATTR. */
  readonly window: number;
  /** The type–token ratio at which a stretch of MTLD ends. */
  readonly threshold: number;
  /** The tokens that HD-D draws. */
  readonly draws: number;
}

function longestDocument(offsets: Uint32Array): number {
  let longest = 0;
  for (let document = 1; document < offsets.length; document++) {
    longest = Math.max(longest, offsets[document] - offsets[document - 1]);
  }
  return longest;
}

/** Stands for the next place of a token that the document does not have again. */
const NEVER = 0x7fffffff;

/** 1 when one integer is below another, else 0. */
const isBelow = (one: number, other: number): number => (one - other) >>> 31;

/**
 * Reads documents for MATTR, MTLD and HD-D together. All three follow from where each token stood before: in the window or not,
 * in the stretch or not, in the document or not. Only {@link DocumentReader.read}'s first loop looks up tokens; the others read
 * the small arrays that it fills. They are many, as a loop over few arrays keeps what it needs in registers.
 */
export class DocumentReader {
  readonly #tokens: Int32Array;
  readonly #settings: IndexSettings;
  /** By token, the place of the corpus where it was met last: not cleared between documents, as it then lies outside. */
  readonly #before: Int32Array;
  /** By place in the document, from 1, where its token stood before, 0 if it did not. */
  readonly #previous: Int32Array;
  /** By place in the document, where its token stands next; 0 is where tokens stood that did not stand before. */
  readonly #next: Int32Array;
  /** By place in the document, how often its token has stood so far. */
  readonly #ranks: Int32Array;
  /** How many types the document has at least so often; all 0 between documents. */
  readonly #atLeast: Int32Array;
  readonly #limits: Int32Array;
  /** The numbers of types in each window of the document read last, added up: 0 when it is shorter than a window. */
  windowTypes = 0;
  /** Its MTLD. */
  mtld = 0;
  /** Its HD-D, when it has as many tokens as are drawn. */
  hdd = 0;

  constructor({ tokens, offsets, vocabulary }: TokenCorpus, settings: IndexSettings) {
    const longest = longestDocument(offsets);
    this.#tokens = tokens;
    this.#settings = settings;
    this.#before = new Int32Array(vocabulary.length).fill(-1);
    this.#previous = new Int32Array(longest + 1);
    this.#next = new Int32Array(longest + 1);
    this.#ranks = new Int32Array(longest + 1);
    this.#atLeast = new Int32Array(longest + 2);
    this.#limits = fullStretches(settings.threshold, longest);
  }

  /** Reads the document of the tokens from `start` to `end`. */
  read(start: number, end: number): void {
    const length = end - start;
    this.#findPrevious(start, length);
    this.#findNext(length);
    this.#countTypes(length);
    this.windowTypes = this.#typesInWindows(length);
    const [forwards, backwards] = [this.#factorsForwards(length), this.#factorsBackwards(length)];
    this.mtld = (length / (forwards || 1) + length / (backwards || 1)) / 2;
    this.hdd = this.#expectedTypes(length) / this.#settings.draws;
  }

  #findPrevious(start: number, length: number): void {
    const [tokens, before, previous] = [this.#tokens, this.#before, this.#previous];
    for (let place = 1; place <= length; place++) {
      const position = (start + place - 1) | 0;
      const token = tokens[position];
      previous[place] = notNegative((before[token] - start + 1) | 0);
      before[token] = position;
    }
  }

  #findNext(length: number): void {
    const [previous, next] = [this.#previous, this.#next];
    for (let place = 1; place <= length; place++) {
      next[place] = NEVER;
      next[previous[place]] = place;
    }
  }

  #countTypes(length: number): void {
    const [previous, ranks, atLeast] = [this.#previous, this.#ranks, this.#atLeast];
    for (let place = 1; place <= length; place++) {
      const rank = (ranks[previous[place]] + 1) | 0;
      ranks[place] = rank;
      atLeast[rank]++;
    }
  }

  #typesInWindows(length: number): number {
    const previous = this.#previous;
    const { window } = this.#settings;
    const lastWindow = length - window + 1;
    let types = 0;
    for (let place = 1; place <= length; place++) {
      // The windows in which this is the token's first place begin behind its previous one.
      const first = previous[place] + notNegative(place - window - previous[place]);
      const last = place - notNegative(place - lastWindow);
      types += notNegative(last - first);
    }
    return types;
  }

  #factorsForwards(length: number): number {
    const [previous, limits] = [this.#previous, this.#limits];
    let factors = 0;
    let types = 0;
    let begin = 1;
    for (let place = 1; place <= length; place++) {
      types += isBelow(previous[place], begin);
      if (types <= limits[place - begin + 1]) {
        factors++;
        types = 0;
        begin = place + 1;
      }
    }
    return factors + this.#partialFactor(types, length + 1 - begin);
  }

  #factorsBackwards(length: number): number {
    const [next, limits] = [this.#next, this.#limits];
    let factors = 0;
    let types = 0;
    let begin = length;
    for (let place = length; place > 0; place--) {
      types += isBelow(begin, next[place]);
      if (types <= limits[begin - place + 1]) {
        factors++;
        types = 0;
        begin = place - 1;
      }
    }
    return factors + this.#partialFactor(types, begin);
  }

  /** What remains at the end counts as a part of a stretch. */
  #partialFactor(types: number, length: number): number {
    return length === 0 ? 0 : (1 - types / length) / (1 - this.#settings.threshold);
  }

  /** `rarefiedTypes` of the document, step by step as `absenceProbabilities` does it; clears the numbers of types. */
  #expectedTypes(length: number): number {
    const atLeast = this.#atLeast;
    const { draws } = this.#settings;
    let absent = 1;
    let expected = 0;
    for (let count = 1; atLeast[count] > 0; count++) {
      absent *= Math.max(0, length - draws - count + 1) / (length - count + 1);
      const types = atLeast[count] - atLeast[count + 1];
      atLeast[count] = 0;
      if (types > 0) expected += types * (1 - absent);
    }
    return expected;
  }
}
