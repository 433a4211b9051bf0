import type { TokenCorpus } from "@corpulse/tokens";
import type { ChangeKernel } from "./change-kernel.ts";
import { clearLists, fillPlaces, isTooLarge, lastBatch } from "./change-lists.ts";
import type { CorpusRows } from "./corpus-rows.ts";
import { type DocumentWords, distinctWords } from "./distinct-words.ts";
import { DocumentRows } from "./document-rows.ts";
import type { WordVectors } from "./word-vectors.ts";

/** As many rows are scaled at a time: what runs long is not compiled well before it is called again. */
const TOGETHER = 512;

/**
 * Adds up the rows of documents where most text of a corpus has copies in it: a row begins with that of an earlier document that has
 * much in common, and what it has more or less of is added. Sums are integers, which stay exact; rows do not depend on which document
 * is found. What may not fit 32 bits is added up apart.
 */
export class ChangedRows implements CorpusRows {
  readonly #kernel: ChangeKernel;
  readonly #vectors: WordVectors;
  readonly #data: Float32Array;
  readonly #wordsOf: (document: number) => DocumentWords;
  #apart: number[] = [];

  constructor(corpus: TokenCorpus, kernel: ChangeKernel, vectors: WordVectors) {
    const { rows } = kernel.lists;
    this.#kernel = kernel;
    this.#vectors = vectors;
    this.#data = new Float32Array(rows.buffer, rows.byteOffset, rows.byteLength / Float32Array.BYTES_PER_ELEMENT);
    this.#wordsOf = distinctWords(corpus);
  }

  /** Adds the documents up to one, where those before are added already. */
  add(from: number, to: number): void {
    const { rows, layout } = this.#kernel.memory;
    for (let document = from; ;) {
      document = this.#kernel.listChanges(document, to);
      if (document === to) return;
      if (!isTooLarge(this.#kernel.lists) && this.#addListed()) continue;
      this.#apart.push(document++);
      if (this.#apart.length * layout.stride === rows.length) this.#addApart();
    }
  }

  /** Gives all rows. */
  finish(): Float32Array {
    this.#addListed();
    this.#addApart();
    const { summed } = this.#kernel.lists;
    for (let from = 0; from < summed.length;) {
      const some = summed.subarray(from, from + TOGETHER);
      const apart = some.indexOf(0);
      const count = apart < 0 ? some.length : apart;
      this.#kernel.scaleSums(from, from + count);
      from += Math.max(1, count);
    }
    return this.#data;
  }

  /** Whether there was something. */
  #addListed(): boolean {
    const { lists } = this.#kernel;
    if (lastBatch(lists) === lists.batches.byteOffset) return false;
    fillPlaces(lists, (id) => this.#vectors.lend(id));
    this.#kernel.addChanges();
    this.#vectors.reclaim();
    clearLists(lists);
    return true;
  }

  #addApart(): void {
    const { stride } = this.#kernel.memory.layout;
    const rows = new Float32Array(this.#apart.length * stride);
    const added = new DocumentRows(rows, stride, this.#kernel, this.#vectors);
    for (const document of this.#apart) added.add(this.#wordsOf(document));
    added.finish();
    for (const [at, document] of this.#apart.entries()) {
      this.#data.set(rows.subarray(at * stride, (at + 1) * stride), document * stride);
    }
    this.#apart = [];
  }
}
