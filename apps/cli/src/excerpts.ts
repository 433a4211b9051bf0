/** How much of each document is kept to show it: enough for two lines of a report. */
const EXCERPT_CHARACTERS = 200;
const BYTES_PER_CHARACTER = 3;
const INITIAL_BYTES = 1 << 12;

/** The beginnings of documents, end to end in UTF-8. */
export interface ExcerptColumn {
  readonly bytes: Uint8Array;
  /** Where each one ends. */
  readonly ends: Uint32Array;
}

/** Keeps the beginnings of documents, so that a report can show its worst offenders after the texts themselves are gone. */
export class Excerpts {
  #bytes = new Uint8Array(INITIAL_BYTES);
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
    const beginning = text.slice(0, EXCERPT_CHARACTERS);
    this.#used += this.#encoder.encodeInto(beginning, this.#bytes.subarray(this.#used)).written;
    this.#ends.push(this.#used);
  }

  finish(): ExcerptColumn {
    return { bytes: this.#bytes.slice(0, this.#used), ends: Uint32Array.from(this.#ends) };
  }
}

/** The beginning of a document. */
export function excerptAt({ bytes, ends }: ExcerptColumn, document: number): string {
  const start = document === 0 ? 0 : ends[document - 1];
  return new TextDecoder().decode(bytes.subarray(start, ends[document]));
}
