import { textsOf, uint16 } from "./code-units.ts";
import { int32, type Memory, ownMemory, uint32 } from "./memory.ts";
import { SharedMemory } from "./shared-memory.ts";
import { EMPTY_HASH, hashUnit, wordHash } from "./word-hash.ts";
import { moveSlots, SHORT, SLOT, wordSlot } from "./word-slot.ts";

const INITIAL_SLOTS = 1 << 12;
/** So many for texts that are worth a kernel: those that are never used are never touched. */
const KERNEL_SLOTS = 1 << 15;
const INITIAL_WORDS = 1 << 11;
const INITIAL_CHARACTERS = 1 << 14;

/** What {@link Vocabulary.address} leads to: how many words there are, and how many characters they have together. */
const WORDS = 0;
const CHARACTERS = 1;
/** Then, for the kernel: where the table, the characters and the beginnings lie, each with its length. */
const PLACES = 2;
const NUMBERS = 8;

/**
 * Gives every different token an id, in order of first appearance. A token is looked up by its code units, so that no string
 * is made for it, and the table is one of its own because a `Map` ends at 16.7 million entries. A kernel appends words too, where
 * all of this lies in its memory.
 *
 * In the table three numbers stand for a word. They are the units of a short one, all from 1 to 255, a byte each and the first one
 * lowest, so that it is hashed and compared at once; and of any other its hash, 0, and its length.
 */
export class Vocabulary {
  #memory: Memory = ownMemory;
  /** Where a kernel finds its numbers, or -1 where not all of it lies in the memory of one. */
  address: number = -1;
  #numbers: Uint32Array = new Uint32Array(NUMBERS);
  #slots: Int32Array = new Int32Array(INITIAL_SLOTS * SLOT);
  /** The code units of all words, end to end in the order of their ids, and behind them those of the word in question. */
  #characters: Uint16Array = new Uint16Array(INITIAL_CHARACTERS);
  /** Where each word begins, and one more number where the last one ends. */
  #starts: Uint32Array = new Uint32Array(INITIAL_WORDS);

  /** How many words there are. */
  get length(): number {
    return this.#numbers[WORDS];
  }

  /** Keeps all of it in the memory of a kernel from now on. */
  moveTo(memory: SharedMemory): void {
    this.#memory = memory;
    const numbers = uint32(memory, NUMBERS);
    numbers.set(this.#numbers);
    this.#numbers = numbers;
    this.address = memory.holds(numbers) ? numbers.byteOffset : -1;
    this.#growSlots(Math.max(this.#slots.length, KERNEL_SLOTS * SLOT));
    this.#growCharacters(this.#characters.length);
    this.#growStarts(this.#starts.length);
  }

  /** The id of a short word, given as the numbers that stand for it, and its length. */
  internShort(first: number, second: number, third: number, length: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let at = wordSlot(first, second, third) & mask;
    for (;;) {
      const id = slots[at + 3] - 1;
      if (id < 0) break;
      if (slots[at] === first && slots[at + 1] === second && slots[at + 2] === third) return id;
      at = (at + SLOT) & mask;
    }
    const from = this.#numbers[CHARACTERS];
    const characters = this.#reserve(length);
    for (let index = 0; index < length; index++) {
      const number = index < 4 ? first : index < 8 ? second : third;
      characters[from + index] = (number >>> (8 * (index & 3))) & 0xff;
    }
    slots[at] = first;
    slots[at + 1] = second;
    slots[at + 2] = third;
    return this.#append(at, length);
  }

  /** The id of `text.slice(start, end)`. */
  intern(text: string, start: number = 0, end: number = text.length): number {
    const from = this.#numbers[CHARACTERS];
    const characters = this.#reserve(end - start);
    for (let index = start; index < end; index++) characters[from + index - start] = text.charCodeAt(index);
    return this.#commit(end - start);
  }

  /** The id of the word with the units from `start` to `end`. */
  internUnits(units: Uint8Array | Uint16Array, start: number, end: number): number {
    const from = this.#numbers[CHARACTERS];
    const characters = this.#reserve(end - start);
    for (let index = start; index < end; index++) characters[from + index - start] = units[index];
    return this.#commit(end - start);
  }

  /** The id of the word that has been written behind all others. */
  #commit(length: number): number {
    const characters = this.#characters;
    const from = this.#numbers[CHARACTERS];
    let hash = EMPTY_HASH | 0;
    let short = length <= SHORT;
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
    const mask = slots.length - 1;
    let at = wordSlot(hash, 0, length) & mask;
    for (;;) {
      const id = slots[at + 3] - 1;
      if (id < 0) break;
      if (slots[at] === hash && slots[at + 1] === 0 && slots[at + 2] === length && this.#isLast(id, length)) return id;
      at = (at + SLOT) & mask;
    }
    slots[at] = hash;
    slots[at + 1] = 0;
    slots[at + 2] = length;
    return this.#append(at, length);
  }

  /** Whether the word that has been written behind all others is one of them, which is as long. */
  #isLast(id: number, length: number): boolean {
    const characters = this.#characters;
    const from = this.#numbers[CHARACTERS];
    const start = this.#starts[id];
    let index = 0;
    while (index < length && characters[start + index] === characters[from + index]) index++;
    return index === length;
  }

  /** Gives the next id to the word that has been written behind all others, and whose numbers stand in a slot. */
  #append(at: number, length: number): number {
    const numbers = this.#numbers;
    const id = numbers[WORDS]++;
    numbers[CHARACTERS] += length;
    // The kernel leaves none where it has appended the last one that there was room for.
    if (id + 1 >= this.#starts.length) this.#growStarts(this.#starts.length * 2);
    this.#starts[id + 1] = numbers[CHARACTERS];
    this.#slots[at + 3] = id + 1;
    this.makeRoom(0);
    return id;
  }

  /** Makes room for one more word, of at most so many letters. */
  makeRoom(letters: number): void {
    const words = this.length + 1;
    this.#reserve(letters);
    if (words >= this.#starts.length) this.#growStarts(this.#starts.length * 2);
    if (words * 2 * SLOT > this.#slots.length) this.#growSlots(this.#slots.length * 2);
  }

  /** The characters, with room for so many more. */
  #reserve(length: number): Uint16Array {
    const end = this.#numbers[CHARACTERS] + length;
    if (end > this.#characters.length) this.#growCharacters(Math.max(end, this.#characters.length * 2));
    return this.#characters;
  }

  #growCharacters(length: number): void {
    const characters = uint16(this.#memory, length);
    characters.set(this.#characters.subarray(0, this.#numbers[CHARACTERS]));
    this.#characters = characters;
    this.#place(characters, PLACES + 2);
  }

  #growStarts(length: number): void {
    const starts = uint32(this.#memory, length);
    starts.set(this.#starts);
    this.#starts = starts;
    this.#place(starts, PLACES + 4);
  }

  #growSlots(length: number): void {
    const slots = int32(this.#memory, length);
    moveSlots(this.#slots, slots);
    this.#slots = slots;
    this.#place(slots, PLACES);
  }

  /** Tells the kernel where a column is. Memory may come to its end. */
  #place(column: Int32Array | Uint16Array | Uint32Array, at: number): void {
    this.#numbers[at] = column.byteOffset;
    this.#numbers[at + 1] = column.length;
    if (this.#memory instanceof SharedMemory && !this.#memory.holds(column)) this.address = -1;
  }

  /** The words from an id on: their code units end to end, and where each begins, one more number ending the last. */
  wordsFrom(id: number): { readonly units: Uint16Array; readonly starts: Uint32Array } {
    const starts = this.#starts.slice(id, this.length + 1);
    const [first] = starts;
    const units = this.#characters.slice(first, this.#numbers[CHARACTERS]);
    return { units, starts: starts.map((start) => start - first) };
  }

  /** All words, by id. */
  words(): string[] {
    const { units, starts } = this.wordsFrom(0);
    return textsOf(units, starts);
  }
}
