import type { NgramIndex } from "@corpulse/tokens";
import type { SymbolStream } from "./symbol-stream.ts";

/** N-grams by which an earlier copy is looked for, the longer first. */
export const LONGER = 4;
export const SHORTER = 3;

/** In a column of n-grams, where too few tokens of the document stand before: its first token is such a place. */
const NO_NGRAM = -1;

/**
 * Where the stretches of a corpus stood before, read from left to right. The earlier place is the last one noted for the same
 * 4-gram, else 3-gram. How far the two agree is read from the column of 4-grams alone: where one ends that both places have, the
 * tokens are the same and neither has left its document.
 */
export class EarlierStretches {
  readonly #offsets: Uint32Array;
  readonly #stream: SymbolStream;
  readonly #longer: Int32Array;
  readonly #shorter: Int32Array;
  /** By n-gram one more than the token where it began last, 0 when it has not been met. */
  readonly #longerBegins: Uint32Array;
  readonly #shorterBegins: Uint32Array;

  constructor(index: NgramIndex, stream: SymbolStream) {
    const [longer, shorter] = [index.column(LONGER), index.column(SHORTER)];
    this.#offsets = index.corpus.offsets;
    this.#stream = stream;
    this.#longer = longer.ids;
    this.#shorter = shorter.ids;
    this.#longerBegins = new Uint32Array(longer.counts.length);
    this.#shorterBegins = new Uint32Array(shorter.counts.length);
  }

  /** How many symbols from a token on stand at an earlier place too, 0 when none is noted; notes that n-grams begin here. */
  lengthFrom(token: number, document: number): number {
    const end = this.#offsets[document + 1];
    if (token + SHORTER > end) return 0;
    const shorter = this.#shorter[token + SHORTER - 1];
    // What occurs once is found nowhere else.
    if (shorter < 0) return 0;
    const longer = token + LONGER > end ? NO_NGRAM : this.#longer[token + LONGER - 1];
    const met = longer < 0 ? 0 : this.#longerBegins[longer];
    if (longer >= 0) this.#longerBegins[longer] = token + 1;
    const known = met > 0 ? met : this.#shorterBegins[shorter];
    this.#shorterBegins[shorter] = token + 1;
    if (known === 0) return 0;
    // With an earlier place of its 4-gram a token would have been found by that.
    if (met === 0 && token + SHORTER < end) return SHORTER;
    return this.#commonLength(known - 1, token, document, met > 0 ? LONGER : SHORTER);
  }

  #commonLength(from: number, to: number, document: number, shared: number): number {
    const ids = this.#longer;
    const end = this.#offsets[document + 1];
    let source = from + shared;
    let copy = to + shared;
    while (copy < end && ids[source] === ids[copy]) {
      source++;
      copy++;
    }
    if (copy < end || ids[source] !== NO_NGRAM) return copy - to;
    return copy - to + this.#stream.lengthFromEnds(source, copy, document);
  }
}
