import { int32, type SharedMemory, uint32 } from "@corpulse/tokens";
import type { ChangeKernel } from "./change-kernel.ts";
import { addGrams, GRAMS_A_WORD, weighGrams } from "./gram-weights.ts";
import { HashCounts } from "./hash-counts.ts";
import { type Spellings, spellings } from "./spellings.ts";
import { projectionSalt, wordAmount, type WordStatistics } from "./word-projection.ts";

/** Bytes of an entry of `HashCounts`. */
const ENTRY = 8;

/** As many words are read at a time: what runs long is not compiled well before it is called again. */
const TOGETHER = 1024;

const maskOf = (entries: Int32Array): number => entries.byteLength - ENTRY;

/** Words of a corpus that the kernel reads; it leaves to others what is too long for it, and what lies elsewhere. */
export class SpeltWords {
  readonly #statistics: WordStatistics;
  readonly #kernel: ChangeKernel;
  readonly #memory: SharedMemory;
  readonly #spelt: Spellings;

  constructor(statistics: WordStatistics, kernel: ChangeKernel, memory: SharedMemory) {
    this.#statistics = statistics;
    this.#kernel = kernel;
    this.#memory = memory;
    this.#spelt = spellings(statistics.vocabulary, memory);
  }

  /** The weights of all n-grams, as `gramWeights` gives them. */
  gramWeights(): HashCounts {
    const { vocabulary, documentFrequencies, documents } = this.#statistics;
    const { exports, memory: held } = this.#kernel;
    const { text, starts, longer } = this.#spelt;
    const words = vocabulary.length;
    const grams = new HashCounts(words * GRAMS_A_WORD, this.#memory);
    const frequencies = uint32(this.#memory, words);
    frequencies.set(documentFrequencies);
    const counted = int32(this.#memory, 1);
    let next = 0;
    grams.addBy((entries, size) => {
      if (!this.#memory.holds(text, starts, frequencies, counted, entries)) return { size, isDone: true };
      counted[0] = size;
      const columns = [text.byteOffset, starts.byteOffset, frequencies.byteOffset, entries.byteOffset] as const;
      const room = [counted.byteOffset, held.bits.byteOffset, held.hashes.byteOffset] as const;
      for (let last = next; next === last && next < words;) {
        last = Math.min(words, next + TOGETHER);
        next = exports.countGrams(next, last, ...columns, maskOf(entries), ...room);
      }
      return { size: counted[0], isDone: next === words };
    });
    const unread = Array.from({ length: words - next }, (_, at) => next + at);
    addGrams(grams, [...longer.filter((id) => id < next), ...unread], this.#statistics);
    weighGrams(grams, documents);
    return grams;
  }

  /** Projects words that have a place, and writes behind it how far the vectors reach. */
  project(grams: HashCounts, seed: number): void {
    const { documentFrequencies, documents } = this.#statistics;
    const { exports, lists, memory: held } = this.#kernel;
    const { text, starts } = this.#spelt;
    const { entries } = grams;
    const words = documentFrequencies.length;
    const { buffer, byteOffset } = this.#memory.take(words * Float64Array.BYTES_PER_ELEMENT);
    const amounts = new Float64Array(buffer, byteOffset, words);
    if (!this.#memory.holds(text, starts, entries, amounts)) return;
    const amountOf = wordAmount(documents);
    documentFrequencies.forEach((frequency, id) => {
      amounts[id] = amountOf(frequency);
    });
    const { hashes, amounts: scaled, bits, table, layout } = held;
    for (let word = 0; word < words; word += TOGETHER)
      exports.projectWords(
        word,
        Math.min(words, word + TOGETHER),
        text.byteOffset,
        starts.byteOffset,
        lists.words.byteOffset,
        amounts.byteOffset,
        entries.byteOffset,
        maskOf(entries),
        projectionSalt(seed),
        hashes.byteOffset,
        scaled.byteOffset,
        bits.byteOffset,
        table.byteOffset,
        layout.blockBytes,
        table.byteOffset + table.byteLength,
      );
  }
}
