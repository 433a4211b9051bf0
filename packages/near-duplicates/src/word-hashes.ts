import { int32, type Memory } from "@corpulse/tokens";
import { spread } from "./spread.ts";

/** Of what a word or character is, and not of when it was met first. */
function hashSpelling(spelling: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < spelling.length; at++) hash = Math.imul(hash ^ spelling.charCodeAt(at), 0x01000193);
  return spread(hash);
}

/** The hash of each word, or character, of a vocabulary that may grow. */
export class WordHashes {
  readonly #memory: Memory;
  #hashes: Int32Array;
  #spelled = 0;

  constructor(memory: Memory) {
    this.#memory = memory;
    this.#hashes = int32(memory, 0);
  }

  /** The hashes, with room behind them, after the words that have come since the last time are spelled. */
  read(vocabulary: readonly string[]): Int32Array {
    if (vocabulary.length > this.#hashes.length) {
      const grown = int32(this.#memory, vocabulary.length * 2);
      grown.set(this.#hashes);
      this.#hashes = grown;
    }
    for (; this.#spelled < vocabulary.length; this.#spelled++) {
      this.#hashes[this.#spelled] = hashSpelling(vocabulary[this.#spelled]);
    }
    return this.#hashes;
  }
}
