import { documentAt, type TokenCorpus } from "@corpulse/tokens";

/**
 * All documents end to end with an end symbol after each, so that a stretch may run over the end of a document. It is read
 * where the tokens lie: document `d` begins at symbol `offsets[d] + d`.
 */
export class SymbolStream {
  readonly #tokens: Int32Array;
  readonly #offsets: Uint32Array;
  /** The end symbol: one more than the highest token. */
  readonly end: number;
  readonly length: number;

  constructor({ tokens, offsets, vocabulary }: TokenCorpus) {
    this.#tokens = tokens;
    this.#offsets = offsets;
    this.end = vocabulary.length;
    this.length = tokens.length + offsets.length - 1;
  }

  /** A symbol of a document; the end symbol leads to the next one. */
  symbolAt(at: number, document: number): number {
    const token = at - document;
    return token < this.#offsets[document + 1] ? this.#tokens[token] : this.end;
  }

  /**
   * How many symbols are the same from the ends of two documents on, each given by the place behind its last token; `document`
   * is the number of the later one.
   */
  lengthFromEnds(earlierEnd: number, laterEnd: number, document: number): number {
    const [tokens, offsets] = [this.#tokens, this.#offsets];
    let earlier = documentAt(offsets, earlierEnd - 1) + 1;
    let later = document + 1;
    let source = earlierEnd;
    let copy = laterEnd;
    for (let left = 0; left === 0 && later < offsets.length - 1;) {
      const sourceLeft = offsets[earlier + 1] - source;
      const copyLeft = offsets[later + 1] - copy;
      const most = Math.min(sourceLeft, copyLeft);
      let same = 0;
      while (same < most && tokens[source + same] === tokens[copy + same]) same++;
      source += same;
      copy += same;
      left = sourceLeft + copyLeft - 2 * same;
      // On to the next documents where these are the same to their ends.
      const passed = left === 0 ? 1 : 0;
      earlier += passed;
      later += passed;
    }
    return copy - laterEnd + later - document;
  }
}
