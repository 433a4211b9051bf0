import { textsOf } from "./code-units.ts";
import { Column } from "./column.ts";
import { type AllocateSlots, SHORT, ShortWords } from "./short-words.ts";
import { EMPTY_HASH, hashUnit, wordHash } from "./word-hash.ts";

const INITIAL_SLOTS = 1 << 12;

/** Numbers of a slot: id + 1 (0 is an empty slot), then the word's hash. They lie side by side to share a cache line. */
const SLOT = 2;

/**
 * Gives every different token an id, in order of first appearance. A token is looked up by its code units, so that no string
 * is made for it, and the table is one of its own because a `Map` ends at 16.7 million entries.
 */
export class Vocabulary {
  /** Of the words that are not short. */
  #slots = new Int32Array(INITIAL_SLOTS * SLOT);
  #long = 0;
  /** The code units of all words, end to end in the order of their ids, and behind them those of the word in question. */
  readonly #characters = new Column((length) => new Uint16Array(length));
  /** Where each word begins, and one more number where the last one ends. */
  readonly #starts = new Column((length) => new Uint32Array(length));
  readonly #short = new ShortWords();

  constructor() {
    this.#starts.push(0);
  }

  /** Keeps the table of short words in memory that it is given, from now on. */
  keepShortWords(allocate: AllocateSlots): void {
    this.#short.moveTo(allocate);
  }

  /** How many words there are. */
  get length(): number {
    return this.#starts.length - 1;
  }

  /** The id of a short word, given as the numbers that {@link ShortWords} takes, and its length. */
  internShort(first: number, second: number, third: number, length: number): number {
    const next = this.length;
    const id = this.#short.intern(first, second, third, next);
    if (id === next) {
      const characters = this.#characters.reserve(this.#characters.length + length);
      const from = this.#characters.length;
      for (let index = 0; index < length; index++) {
        const number = index < 4 ? first : index < 8 ? second : third;
        characters[from + index] = (number >>> (8 * (index & 3))) & 0xff;
      }
      this.#append(length);
    }
    return id;
  }

  /** The id of `text.slice(start, end)`. */
  intern(text: string, start: number = 0, end: number = text.length): number {
    const from = this.#characters.length;
    const characters = this.#characters.reserve(from + end - start);
    for (let index = start; index < end; index++) characters[from + index - start] = text.charCodeAt(index);
    return this.#commit(end - start);
  }

  /** The id of the word with the units from `start` to `end`. */
  internUnits(units: Uint8Array | Uint16Array, start: number, end: number): number {
    const from = this.#characters.length;
    const characters = this.#characters.reserve(from + end - start);
    for (let index = start; index < end; index++) characters[from + index - start] = units[index];
    return this.#commit(end - start);
  }

  /** The id of the word that has been written behind all others. */
  #commit(length: number): number {
    const characters = this.#characters.values;
    const from = this.#characters.length;
    let hash = EMPTY_HASH | 0;
    let short = length > 0 && length <= SHORT;
    for (let index = from; index < from + length; index++) {
      const unit = characters[index];
      hash = hashUnit(hash, unit);
      short &&= unit > 0 && unit < 0x100;
    }
    if (!short) return this.#internLong(length, wordHash(hash));
    const numbers = [0, 0, 0];
    for (let index = 0; index < length; index++) numbers[index >> 2] |= characters[from + index] << (8 * (index & 3));
    return this.internShort(numbers[0], numbers[1], numbers[2], length);
  }

  /** The id of the word that has been written behind all others, when it is none of the short ones. */
  #internLong(length: number, hash: number): number {
    const slots = this.#slots;
    const from = this.#characters.length;
    const characters = this.#characters.values;
    const starts = this.#starts.values;
    const mask = slots.length - 1;
    let at = (hash << 1) & mask;
    for (;;) {
      const id = slots[at] - 1;
      if (id < 0) return this.#addLong(length, at, hash);
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

  /** The words from an id on: their code units end to end, and where each begins, one more number ending the last. */
  wordsFrom(id: number): { readonly units: Uint16Array; readonly starts: Uint32Array } {
    const starts = this.#starts.view().slice(id);
    const [first] = starts;
    return { units: this.#characters.view().slice(first), starts: starts.map((start) => start - first) };
  }

  /** All words, by id. */
  words(): string[] {
    return textsOf(this.#characters.view(), this.#starts.view());
  }

  /** Gives the next id to the word that is in its place. */
  #append(length: number): void {
    this.#characters.length += length;
    this.#starts.push(this.#characters.length);
  }

  #addLong(length: number, at: number, hash: number): number {
    const id = this.length;
    this.#append(length);
    this.#slots[at] = id + 1;
    this.#slots[at + 1] = hash;
    if (++this.#long * 2 * SLOT > this.#slots.length) this.#grow();
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
