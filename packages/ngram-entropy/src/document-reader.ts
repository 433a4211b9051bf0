import type { TokenCorpus } from "@corpulse/tokens";
import { fullStretches } from "./full-stretches.ts";

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

/**
 * Reads documents for MATTR, MTLD and HD-D together, once forwards and once backwards. All three follow from where each
 * token stood before: in the window or not, in the stretch or not, in the document or not. Places are those of the corpus,
 * so what other documents left behind lies outside, and nothing is cleared between documents. Only the way forwards looks up
 * tokens, which is what takes time; it notes in small arrays what the way back asks for.
 */
export class DocumentReader {
  readonly #tokens: Int32Array;
  readonly #settings: IndexSettings;
  /** By token, the place where it was met last. */
  readonly #before: Int32Array;
  /** By place in the document, where its token stands next, 0 when it does not, and how often it has stood so far. */
  readonly #next: Int32Array;
  readonly #ranks: Int32Array;
  /** How many types the document has so often; all 0 between documents. */
  readonly #spectrum: Int32Array;
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
    this.#next = new Int32Array(longest);
    this.#ranks = new Int32Array(longest);
    this.#spectrum = new Int32Array(longest + 1);
    this.#limits = fullStretches(settings.threshold, longest);
  }

  /** Reads the document of the tokens from `start` to `end`. */
  read(start: number, end: number): void {
    const length = end - start;
    const [forwards, backwards] = [this.#readForwards(start, end), this.#readBackwards(start, end)];
    this.mtld = (length / (forwards || 1) + length / (backwards || 1)) / 2;
    this.hdd = this.#expectedTypes(length) / this.#settings.draws;
  }

  #readForwards(start: number, end: number): number {
    const [tokens, before, next, ranks] = [this.#tokens, this.#before, this.#next, this.#ranks];
    const limits = this.#limits;
    const { window } = this.#settings;
    const lastWindow = end - window;
    let windowTypes = 0;
    let factors = 0;
    let types = 0;
    let begin = start;
    for (let position = start; position < end; position++) {
      const token = tokens[position];
      const previous = before[token];
      before[token] = position;
      next[position - start] = 0;
      if (previous < start) ranks[position - start] = 1;
      else {
        next[previous - start] = position - start;
        ranks[position - start] = ranks[previous - start] + 1;
      }
      // The windows in which this is the token's first place begin behind its previous one.
      const windows = Math.min(position, lastWindow) - Math.max(position - window, Math.max(previous, start - 1));
      if (windows > 0) windowTypes += windows;
      if (previous < begin) types++;
      if (types <= limits[position - begin + 1]) {
        factors++;
        types = 0;
        begin = position + 1;
      }
    }
    this.windowTypes = windowTypes;
    return factors + this.#partialFactor(types, end - begin);
  }

  #readBackwards(start: number, end: number): number {
    const [next, ranks, limits, spectrum] = [this.#next, this.#ranks, this.#limits, this.#spectrum];
    let factors = 0;
    let types = 0;
    let begin = end - 1 - start;
    for (let place = begin; place >= 0; place--) {
      if (next[place] === 0) spectrum[ranks[place]]++;
      if (next[place] === 0 || next[place] > begin) types++;
      if (types <= limits[begin - place + 1]) {
        factors++;
        types = 0;
        begin = place - 1;
      }
    }
    return factors + this.#partialFactor(types, begin + 1);
  }

  /** What remains at the end counts as a part of a stretch. */
  #partialFactor(types: number, length: number): number {
    return length === 0 ? 0 : (1 - types / length) / (1 - this.#settings.threshold);
  }

  /** `rarefiedTypes` of the document, step by step as `absenceProbabilities` does it; clears the spectrum. */
  #expectedTypes(length: number): number {
    const spectrum = this.#spectrum;
    const { draws } = this.#settings;
    let absent = 1;
    let expected = 0;
    let tokensLeft = length;
    for (let count = 1; tokensLeft > 0; count++) {
      absent *= Math.max(0, length - draws - count + 1) / (length - count + 1);
      if (spectrum[count] === 0) continue;
      expected += spectrum[count] * (1 - absent);
      tokensLeft -= spectrum[count] * count;
      spectrum[count] = 0;
    }
    return expected;
  }
}
