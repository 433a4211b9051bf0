/** How much of each document is kept to show it: enough for two lines of a report. */
const EXCERPT_UNITS = 200;
const INITIAL_UNITS = 1 << 12;

/** The beginnings of documents as UTF-16 code units, end to end. */
export interface ExcerptColumn {
  readonly units: Uint16Array;
  /** Where each one ends. */
  readonly ends: Uint32Array;
}

/** The beginning of a text, as reports show it. Halves of surrogate pairs, which a cut may leave, are no text. */
export function excerptOf(text: string): string {
  return text.slice(0, EXCERPT_UNITS).toWellFormed();
}

/** Keeps the beginnings of documents whose texts cannot be read again when a report wants to show them. */
export class Excerpts {
  #units = new Uint16Array(INITIAL_UNITS);
  #used = 0;
  readonly #ends: number[] = [];

  /** Takes the text that stands at the beginning of an array and has so many units. */
  add(units: Uint16Array, length: number): void {
    const kept = Math.min(length, EXCERPT_UNITS);
    if (this.#used + kept > this.#units.length) {
      const grown = new Uint16Array((this.#used + kept) * 2);
      grown.set(this.#units.subarray(0, this.#used));
      this.#units = grown;
    }
    this.#units.set(units.subarray(0, kept), this.#used);
    this.#used += kept;
    this.#ends.push(this.#used);
  }

  finish(): ExcerptColumn {
    return { units: this.#units.slice(0, this.#used), ends: Uint32Array.from(this.#ends) };
  }
}

/** The beginning of a document. */
export function excerptAt({ units, ends }: ExcerptColumn, document: number): string {
  const start = document === 0 ? 0 : ends[document - 1];
  return excerptOf(String.fromCharCode(...units.subarray(start, ends[document])));
}
