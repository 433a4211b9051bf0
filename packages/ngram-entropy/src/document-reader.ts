import { longestDocument, type TokenCorpus } from "@corpulse/tokens";
import { BACKWARDS } from "./document-numbers.ts";
import { type DocumentScanner, documentScanner } from "./document-scanner.ts";

/** What the indices of single texts are taken with. */
export interface IndexSettings {
  /** The window of MATTR. */
  readonly window: number;
  /** The type–token ratio at which a stretch of MTLD ends. */
  readonly threshold: number;
  /** The tokens that HD-D draws. */
  readonly draws: number;
}

/** Reads documents for MATTR, MTLD and HD-D together: all three follow from where each token stood before. */
export class DocumentReader {
  readonly #settings: IndexSettings;
  readonly #scanner: DocumentScanner;
  /** The numbers of types in each window of the document read last, added up: 0 when it is shorter than a window. */
  windowTypes = 0;
  /** Its MTLD. */
  mtld = 0;
  /** Its HD-D, when it has as many tokens as are drawn. */
  hdd = 0;

  constructor(corpus: TokenCorpus, settings: IndexSettings) {
    this.#settings = settings;
    this.#scanner = documentScanner(corpus, { ...settings, longest: longestDocument(corpus.offsets) });
  }

  /** Reads the document of the tokens from `start` to `end`. */
  read(start: number, end: number): void {
    const length = end - start;
    this.windowTypes = this.#scanner.scan(start, end);
    const [forwards, backwards] = [this.#factors(0), this.#factors(BACKWARDS)];
    this.mtld = (length / (forwards || 1) + length / (backwards || 1)) / 2;
    this.hdd = this.#expectedTypes(length) / this.#settings.draws;
  }

  /** The full stretches one way. What remains at the end counts as a part of a stretch. */
  #factors(way: number): number {
    const { ends } = this.#scanner;
    const length = ends[way + 2];
    return ends[way] + (length === 0 ? 0 : (1 - ends[way + 1] / length) / (1 - this.#settings.threshold));
  }

  /** `rarefiedTypes` of the document, step by step as `absenceProbabilities` does it; clears the numbers of types. */
  #expectedTypes(length: number): number {
    const { atLeast } = this.#scanner;
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
