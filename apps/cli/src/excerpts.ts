/** How much of each document is kept to show it: enough for two lines of a report. */
const EXCERPT_CHARACTERS = 200;
const BYTES_PER_CHARACTER = 3;

/** The beginnings of all documents, so that a report can show its worst offenders after the texts themselves are gone. */
export class Excerpts {
  #bytes = new Uint8Array(1 << 16);
  #used = 0;
  readonly #ends: number[] = [];
  readonly #encoder = new TextEncoder();

  add(text: string): void {
    const needed = this.#used + EXCERPT_CHARACTERS * BYTES_PER_CHARACTER;
    if (needed > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
      grown.set(this.#bytes.subarray(0, this.#used));
      this.#bytes = grown;
    }
    this.#used += this.#encoder.encodeInto(text.slice(0, EXCERPT_CHARACTERS), this.#bytes.subarray(this.#used)).written;
    this.#ends.push(this.#used);
  }

  /** The beginning of a document. */
  at(document: number): string {
    const start = document === 0 ? 0 : this.#ends[document - 1];
    return new TextDecoder().decode(this.#bytes.subarray(start, this.#ends[document]));
  }
}
