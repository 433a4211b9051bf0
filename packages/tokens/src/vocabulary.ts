const INITIAL_SLOTS = 1 << 12;
const INITIAL_CHARACTERS = 1 << 14;

/** Numbers of a slot: id + 1 (0 is an empty slot), then what identifies the word. They lie side by side to share a cache line. */
const SLOT = 4;
const HASH = 1;
const FROM = 2;
const LENGTH = 3;

/** Longer words stay slices of their text: they are too rare to matter, and a call has only so many arguments. */
const LONGEST_COPY = 1000;

function hashSlice(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let index = start; index < end; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return hash ^ (hash >>> 12);
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
      if (id < 0) return this.#add(text, start, end, at, hash);
      if (
        slots[at + HASH] === hash &&
        slots[at + LENGTH] === end - start &&
        this.#equals(slots[at + FROM], text, start, end)
      )
        return id;
      at = (at + SLOT) & mask;
    }
  }

  #equals(from: number, text: string, start: number, end: number): boolean {
    const characters = this.#characters;
    for (let index = start, at = from; index < end; index++, at++) {
      if (characters[at] !== text.charCodeAt(index)) return false;
    }
    return true;
  }

  #add(text: string, start: number, end: number, at: number, hash: number): number {
    const id = this.words.length;
    const from = this.#used;
    const to = from + end - start;
    if (to > this.#characters.length) {
      const grown = new Uint16Array(to * 2);
      grown.set(this.#characters);
      this.#characters = grown;
    }
    for (let index = start; index < end; index++) this.#characters[from + index - start] = text.charCodeAt(index);
    this.#used = to;
    this.#slots[at] = id + 1;
    this.#slots[at + HASH] = hash;
    this.#slots[at + FROM] = from;
    this.#slots[at + LENGTH] = end - start;
    // A slice would keep its whole text in memory for one word.
    const isCopied = to - from <= LONGEST_COPY;
    this.words.push(isCopied ? String.fromCharCode(...this.#characters.subarray(from, to)) : text.slice(start, end));
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
