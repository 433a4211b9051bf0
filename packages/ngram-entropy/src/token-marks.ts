/** Marks on the tokens of a corpus, a bit each. */
export class TokenMarks {
  readonly #words: Uint32Array;

  constructor(tokens: number) {
    this.#words = new Uint32Array(Math.ceil(tokens / 32));
  }

  /** Marks so many tokens from one on. */
  mark(begin: number, length: number): void {
    for (let at = begin; at < begin + length; at++) this.#words[at >>> 5] |= 1 << (at & 31);
  }

  /** Whether one of so many tokens is marked. */
  has(begin: number, length: number): boolean {
    for (let at = begin; at < begin + length; at++) if ((this.#words[at >>> 5] >>> (at & 31)) & 1) return true;
    return false;
  }
}
