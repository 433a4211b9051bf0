import { ownMemory } from "@corpulse/tokens";
import type { ShingleText } from "./shingle-column.ts";
import { WordHashes } from "./word-hashes.ts";

const FACTOR = 0x9e3779b1;

/**
 * Numbers shingles by what they say, so that sketches do not depend on the order of documents. A shingle is a polynomial of
 * the hashes of its words: the next one follows from it by the word that enters and the one that leaves. Before its bits are
 * used it has to be spread.
 */
export class ShingleHashes {
  readonly #size: number;
  /** The factor of a word that leaves. */
  readonly #leaving: number;
  readonly #words = new WordHashes(ownMemory);
  #hashOf: Int32Array = new Int32Array(0);
  #tokens: Int32Array = new Int32Array(0);

  /** Of shingles of so many words or characters. */
  constructor(size: number) {
    this.#size = size;
    let leaving = 1;
    for (let times = 0; times < size; times++) leaving = Math.imul(leaving, FACTOR);
    this.#leaving = leaving;
  }

  /** Takes the text that shingles are cut from, and takes it again when it has grown. */
  read({ tokens, vocabulary }: Pick<ShingleText, "tokens" | "vocabulary">): void {
    this.#tokens = tokens;
    this.#hashOf = this.#words.read(vocabulary);
  }

  /** Writes the numbers of the shingles that end at the positions from `start` to `end` of one document. */
  write(start: number, end: number, target: Int32Array): void {
    const [tokens, hashOf, size, leaving] = [this.#tokens, this.#hashOf, this.#size, this.#leaving];
    let hash = 0;
    for (let at = start - size + 1; at < start; at++) hash = (Math.imul(hash, FACTOR) + hashOf[tokens[at]]) | 0;
    let left = 0;
    for (let at = start; at < end; at++) {
      hash = (Math.imul(hash, FACTOR) + hashOf[tokens[at]] - left) | 0;
      target[at - start] = hash;
      left = Math.imul(hashOf[tokens[at - size + 1]], leaving);
    }
  }
}
