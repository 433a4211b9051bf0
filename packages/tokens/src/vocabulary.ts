import { EMPTY_HASH, hashUnit, wordHash } from "./word-hash.ts";

const INITIAL_SLOTS = 1 << 12;
const INITIAL_CHARACTERS = 1 << 14;

/** Numbers of a slot: id + 1 (0 is an empty slot), then what identifies the word. They lie side by side to share a cache line. */
const SLOT = 4;
const HASH = 1;
const FROM = 2;
const LENGTH = 3;

/** A call has only so many arguments. */
const MOST_ARGUMENTS = 1000;

/** A string of its own: a slice would keep its whole text in memory for one word. */
function wordOf(characters: Uint16Array): string {
  let word = "";
  for (let from = 0; from < characters.length; from += MOST_ARGUMENTS) {
    word += String.fromCharCode(...characters.subarray(from, from + MOST_ARGUMENTS));
  }
  return word;
}

function hashSlice(text: string, start: number, end: number): number {
  let hash = EMPTY_HASH;
  for (let index = start; index < end; index++) hash = hashUnit(hash, text.charCodeAt(index));
  return wordHash(hash);
}

/**
 * Gives every different token an id, in order of first appearance. It looks a token up as a slice of its text, so that
 * only new tokens become strings, and it is a table of its own because a `Map` ends at 16.7 million entries.
 */
export class Vocabulary {
  readonly words: string[] = [];
  #slots = new Int32Array(INITIAL_SLOTS * SLOT);
  /** The code units of all words end to end: they compare faster than those of strings. */
  #characters = new Uint16Array(INITIAL_CHARACTERS);
  #used = 0;

  /** The id of `text.slice(start, end)`. */
  intern(text: string, start: number = 0, end: number = text.length): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    const hash = hashSlice(text, start, end);
    let at = (hash << 2) & mask;
    for (;;) {
      const id = slots[at] - 1;
      if (id < 0) break;
      if (
        slots[at + HASH] === hash &&
        slots[at + LENGTH] === end - start &&
        this.#equals(slots[at + FROM], text, start, end)
      )
        return id;
      at = (at + SLOT) & mask;
    }
    const from = this.#room(end - start);
    for (let index = start; index < end; index++) this.#characters[from + index - start] = text.charCodeAt(index);
    return this.#add(from, from + end - start, at, hash);
  }

  /** The id of the word whose units from `start` to `end` are spelt with the letters given, and whose hash is known. */
  internUnits(units: Uint16Array, start: number, end: number, hash: number, letters: Uint16Array): number {
    const slots = this.#slots;
    const characters = this.#characters;
    const mask = slots.length - 1;
    const length = end - start;
    let at = (hash << 2) & mask;
    for (;;) {
      const id = slots[at] - 1;
      if (id < 0) break;
      if (slots[at + HASH] === hash && slots[at + LENGTH] === length) {
        const shift = slots[at + FROM] - start;
        let index = start;
        while (index < end && characters[index + shift] === letters[units[index]]) index++;
        if (index === end) return id;
      }
      at = (at + SLOT) & mask;
    }
    const from = this.#room(length);
    for (let index = 0; index < length; index++) this.#characters[from + index] = letters[units[start + index]];
    return this.#add(from, from + length, at, hash);
  }

  #equals(from: number, text: string, start: number, end: number): boolean {
    const characters = this.#characters;
    for (let index = start, at = from; index < end; index++, at++) {
      if (characters[at] !== text.charCodeAt(index)) return false;
    }
    return true;
  }

  /** Makes room for a word behind all others, and says where it begins. */
  #room(length: number): number {
    const to = this.#used + length;
    if (to > this.#characters.length) {
      const grown = new Uint16Array(to * 2);
      grown.set(this.#characters);
      this.#characters = grown;
    }
    return this.#used;
  }

  /** Gives the next id to the word whose characters have been put in their place. */
  #add(from: number, to: number, at: number, hash: number): number {
    const id = this.words.length;
    this.#used = to;
    this.#slots[at] = id + 1;
    this.#slots[at + HASH] = hash;
    this.#slots[at + FROM] = from;
    this.#slots[at + LENGTH] = to - from;
    this.words.push(wordOf(this.#characters.subarray(from, to)));
    if (this.words.length * 2 * SLOT > this.#slots.length) this.#grow();
    return id;
  }

  #grow(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let old = 0; old < this.#slots.length; old += SLOT) {
      if (this.#slots[old] === 0) continue;
      let at = (this.#slots[old + HASH] << 2) & mask;
      while (slots[at] !== 0) at = (at + SLOT) & mask;
      slots.set(this.#slots.subarray(old, old + SLOT), at);
    }
    this.#slots = slots;
  }
}
