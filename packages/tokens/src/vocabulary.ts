const INITIAL_SLOTS = 1 << 12;

function hashSlice(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let index = start; index < end; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return hash ^ (hash >>> 12);
}

function equalsSlice(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let index = 0; index < word.length; index++) {
    if (word.charCodeAt(index) !== text.charCodeAt(start + index)) return false;
  }
  return true;
}

/**
 * Gives every different token an id, in order of first appearance. It looks a token up as a slice of its text, so that
 * only new tokens become strings, and it is a table of its own because a `Map` ends at 16.7 million entries.
 */
export class Vocabulary {
  readonly words: string[] = [];
  #slots = new Int32Array(INITIAL_SLOTS);
  #hashes = new Int32Array(INITIAL_SLOTS >> 1);

  /** The id of `text.slice(start, end)`. */
  intern(text: string, start: number = 0, end: number = text.length): number {
    const hash = hashSlice(text, start, end);
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const id = this.#slots[slot] - 1;
      if (id < 0) return this.#add(text.slice(start, end), hash, slot);
      if (this.#hashes[id] === hash && equalsSlice(this.words[id], text, start, end)) return id;
      slot = (slot + 1) & mask;
    }
  }

  #add(word: string, hash: number, slot: number): number {
    const id = this.words.length;
    this.words.push(word);
    this.#hashes[id] = hash;
    this.#slots[slot] = id + 1;
    if (this.words.length === this.#hashes.length) this.#grow();
    return id;
  }

  #grow(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let id = 0; id < this.words.length; id++) {
      let slot = this.#hashes[id] & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = id + 1;
    }
    const hashes = new Int32Array(slots.length >> 1);
    hashes.set(this.#hashes);
    this.#slots = slots;
    this.#hashes = hashes;
  }
}
