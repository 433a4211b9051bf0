import type { DocumentWords } from "./distinct-words.ts";
import { frequencyWeight, MOST_WEIGHT } from "./frequency-weight.ts";
import type { RowKernel } from "./row-kernel.ts";
import { WORD, type WordVectors } from "./word-vectors.ts";

/** Weights of lower frequencies are looked up. */
const COMMON = 64;

/**
 * Adds up the rows of documents. Words wait in a list until there are many, because all of them then go through a few
 * dimensions at a time, whose part of the table fits a cache. Sums are exact: rows do not depend on what waits together.
 */
export class DocumentRows {
  readonly #data: Float32Array;
  readonly #dimensions: number;
  readonly #kernel: RowKernel;
  readonly #vectors: WordVectors;
  readonly #weights = Int16Array.from({ length: COMMON }, (_, frequency) =>
    frequency ? frequencyWeight(frequency) : 0,
  );
  readonly #rowsTogether: number;
  #rows = 0;
  #listed = 0;
  #batches = 0;
  #finished = 0;

  constructor(data: Float32Array, dimensions: number, kernel: RowKernel, vectors: WordVectors) {
    this.#data = data;
    this.#dimensions = dimensions;
    this.#kernel = kernel;
    this.#vectors = vectors;
    this.#rowsTogether = kernel.memory.rows.length / kernel.memory.layout.stride;
  }

  /** Appends the row of a document, and sets the frequencies of its words to 0. */
  add(words: DocumentWords): void {
    const { rows, layout } = this.#kernel.memory;
    if (words.count === 0) rows.fill(0, this.#rows * layout.stride, (this.#rows + 1) * layout.stride);
    for (let from = 0; from < words.count;) from = this.#addBatch(words, from);
    if (++this.#rows === this.#rowsTogether) this.finish();
  }

  /** Brings all rows so far to where they are kept. */
  finish(): void {
    this.#flush();
    const { rows, layout } = this.#kernel.memory;
    const { stride } = layout;
    const dimensions = this.#dimensions;
    const count = this.#rows;
    if (stride === dimensions) {
      this.#kernel.scaleRows(count);
      this.#data.set(rows.subarray(0, count * stride), this.#finished * stride);
    } else {
      for (let row = 0; row < count; row++) rows.fill(0, row * stride + dimensions, (row + 1) * stride);
      this.#kernel.scaleRows(count);
      for (let row = 0; row < count; row++) {
        const vector = rows.subarray(row * stride, row * stride + dimensions);
        this.#data.set(vector, (this.#finished + row) * dimensions);
      }
    }
    this.#finished += count;
    this.#rows = 0;
  }

  /** Lists words of a document from number `from` on, as many as can be added up at once. Gives where it stopped. */
  #addBatch({ count, ids, frequencyOf }: DocumentWords, from: number): number {
    const vectors = this.#vectors;
    const vectorPlaces = vectors.words;
    const commonWeights = this.#weights;
    const { places, weights, batches, layout } = this.#kernel.memory;
    const end = Math.min(count, from + places.length - this.#listed);
    let at = this.#listed;
    let sum = 0;
    let index = from;
    for (; index < end; index++) {
      const id = ids[index];
      const frequency = frequencyOf[id];
      // Without `| 0` weights are compiled as floating point, and the loop takes a third longer.
      const weight = frequency < COMMON ? commonWeights[frequency] : frequencyWeight(frequency) | 0;
      sum += weight;
      if (sum > MOST_WEIGHT) break;
      let place = vectorPlaces[id * WORD];
      if (place < 0) {
        if (!vectors.hasRoom) break;
        place = vectors.lend(id);
      }
      frequencyOf[id] = 0;
      places[at] = place;
      weights[at++] = weight;
    }
    // The kernel takes words in pairs.
    if (at % 2 === 1) {
      places[at] = 0;
      weights[at++] = 0;
    }
    batches[this.#batches * 2] = this.#rows * layout.stride * 4;
    batches[this.#batches * 2 + 1] = at * 4 + (index === count ? 1 : 0);
    this.#listed = at;
    if (++this.#batches * 2 === batches.length || at === places.length || !vectors.hasRoom) this.#flush();
    return index;
  }

  #flush(): void {
    if (this.#batches > 0) this.#kernel.addWords(this.#batches);
    this.#vectors.reclaim();
    this.#batches = 0;
    this.#listed = 0;
  }
}
