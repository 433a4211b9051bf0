import { textOf } from "./code-units.ts";
import { Column } from "./column.ts";
import { EMPTY_HASH, hashUnit, wordHash } from "./word-hash.ts";

const INITIAL_SLOTS = 1 << 12;

/** Numbers of a slot: id + 1 (0 is an empty slot), then the word's hash. They lie side by side to share a cache line. */
const SLOT = 2;

/**
 * Gives every different token an id, in order of first appearance. A token is looked up by its code units, so that no string
 * is made for it, and the table is one of its own because a `Map` ends at 16.7 million entries.
 */
export class Vocabulary {
  #slots = new Int32Array(INITIAL_SLOTS * SLOT);
  /** The code units of all words, end to end in the order of their ids, and behind them those of the word in question. */
  readonly #characters = new Column((length) => new Uint16Array(length));
  /** Where each word begins, and one more number where the last one ends. */
  readonly #starts = new Column((length) => new Uint32Array(length));

  constructor() {
    this.#starts.push(0);
  }

  /** How many words there are. */
  get length(): number {
    return this.#starts.length - 1;
  }

  /** How many code units all words have: where a word is written that is then committed. */
  get used(): number {
    return this.#characters.length;
  }

  /** Makes room for so many code units behind those of all words, and gives the array to write them to. */
  reserve(length: number): Uint16Array {
    return this.#characters.reserve(this.#characters.length + length);
  }

  /** The id of the word that has been written behind all others, given its length and its hash. */
  commit(length: number, hash: number): number {
    const slots = this.#slots;
    const from = this.#characters.length;
    const characters = this.#characters.values;
    const starts = this.#starts.values;
    const mask = slots.length - 1;
    let at = (hash << 1) & mask;
    for (;;) {
      const id = slots[at] - 1;
      if (id < 0) return this.#add(length, at, hash);
      if (slots[at + 1] === hash) {
        const start = starts[id];
        if (starts[id + 1] - start === length) {
          let index = 0;
          while (index < length && characters[start + index] === characters[from + index]) index++;
          if (index === length) return id;
        }
      }
      at = (at + SLOT) & mask;
    }
  }

  /** The id of `text.slice(start, end)`. */
  intern(text: string, start: number = 0, end: number = text.length): number {
    const characters = this.reserve(end - start);
    let to = this.#characters.length;
    let hash = EMPTY_HASH | 0;
    for (let index = start; index < end; index++) {
      const unit = text.charCodeAt(index);
      characters[to++] = unit;
      hash = hashUnit(hash, unit);
    }
    return this.commit(end - start, wordHash(hash));
  }

  /** The id of the word with the units from `start` to `end`. */
  internUnits(units: Uint16Array, start: number, end: number): number {
    const characters = this.reserve(end - start);
    let to = this.#characters.length;
    let hash = EMPTY_HASH | 0;
    for (let index = start; index < end; index++) {
      characters[to++] = units[index];
      hash = hashUnit(hash, units[index]);
    }
    return this.commit(end - start, wordHash(hash));
  }

  /** The words from an id on: their code units end to end, and where each begins, one more number ending the last. */
  wordsFrom(id: number): { readonly units: Uint16Array; readonly starts: Uint32Array } {
    const starts = this.#starts.view().slice(id);
    const [first] = starts;
    return { units: this.#characters.view().slice(first), starts: starts.map((start) => start - first) };
  }

  /** All words, by id. */
  words(): string[] {
    const characters = this.#characters.view();
    const starts = this.#starts.view();
    return Array.from({ length: this.length }, (_, id) => textOf(characters, starts[id], starts[id + 1]));
  }

  /** Gives the next id to the word that is in its place. */
  #add(length: number, at: number, hash: number): number {
    const id = this.length;
    this.#characters.length += length;
    this.#starts.push(this.#characters.length);
    this.#slots[at] = id + 1;
    this.#slots[at + 1] = hash;
    if ((id + 1) * 2 * SLOT > this.#slots.length) this.#grow();
    return id;
  }

  #grow(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let old = 0; old < this.#slots.length; old += SLOT) {
      if (this.#slots[old] === 0) continue;
      const hash = this.#slots[old + 1];
      let at = (hash << 1) & mask;
      while (slots[at] !== 0) at = (at + SLOT) & mask;
      slots[at] = this.#slots[old];
      slots[at + 1] = hash;
    }
    this.#slots = slots;
  }
}
