/** Marks on the tokens of a corpus, a bit each, so that they take few pages of memory. */
export class TokenMarks {
  readonly #words: Uint32Array;

  constructor(tokens: number) {
    this.#words = new Uint32Array(Math.ceil(tokens / 32));
  }

  /** Marks so many tokens from one on. */
  mark(begin: number, length: number): void {
    for (let at = begin; at < begin + length; at++) this.#words[at >>> 5] |= 1 << (at & 31);
  }

  /** Whether a token is marked. */
  has(token: number): boolean {
    return ((this.#words[token >>> 5] >>> (token & 31)) & 1) === 1;
  }
}
