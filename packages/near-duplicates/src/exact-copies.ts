import {
  Column,
  documentCount,
  FINGERPRINT_WORDS,
  type Memory,
  ownMemory,
  type TokenCorpus,
  uint32,
} from "@corpulse/tokens";

function sameText({ tokens, offsets, fingerprints }: TokenCorpus, left: number, right: number): boolean {
  for (let word = 0; word < FINGERPRINT_WORDS; word++) {
    if (fingerprints[left * FINGERPRINT_WORDS + word] !== fingerprints[right * FINGERPRINT_WORDS + word]) return false;
  }
  const length = offsets[left + 1] - offsets[left];
  if (length !== offsets[right + 1] - offsets[right]) return false;
  for (let at = 0; at < length; at++) {
    if (tokens[offsets[left] + at] !== tokens[offsets[right] + at]) return false;
  }
  return true;
}

/**
 * Finds for each document the first one with the same text, which is itself when there is none before it, in a corpus that may
 * grow between two readings. Two texts are the same when their 128-bit fingerprints and all their tokens are equal; texts without
 * a token are no exception.
 */
export class ExactCopies {
  readonly #firstOf: Column<Uint32Array>;
  /** Document + 1; 0 is an empty slot. At least half of them are empty. */
  #slots = new Uint32Array(0);

  constructor(memory: Memory, documents: number) {
    this.#firstOf = new Column((length) => uint32(memory, length), documents);
  }

  /** Reads the documents that have come since the last time. */
  read(corpus: TokenCorpus): void {
    const documents = documentCount(corpus);
    if (documents * 2 > this.#slots.length) this.#grow(corpus, documents);
    for (let document = this.#firstOf.length; document < documents; document++) {
      const slot = this.#find(corpus, document);
      if (this.#slots[slot] === 0) this.#slots[slot] = document + 1;
      this.#firstOf.push(this.#slots[slot] - 1);
    }
  }

  /** The first copy of each document that has been read. */
  firstCopyOf(): Uint32Array {
    return this.#firstOf.view();
  }

  /** The slot of the first document with the text of the given one, or an empty one. */
  #find(corpus: TokenCorpus, document: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = corpus.fingerprints[document * FINGERPRINT_WORDS] & mask;
    while (slots[slot] !== 0 && !sameText(corpus, slots[slot] - 1, document)) slot = (slot + 1) & mask;
    return slot;
  }

  /** Makes room for so many documents. */
  #grow(corpus: TokenCorpus, documents: number): void {
    const first = this.#firstOf.view();
    this.#slots = new Uint32Array(2 ** Math.ceil(Math.log2(documents * 2 + 1)));
    for (let document = 0; document < first.length; document++) {
      if (first[document] === document) this.#slots[this.#find(corpus, document)] = document + 1;
    }
  }
}

/** For each document of a corpus the first one with the same text. */
export function exactCopies(corpus: TokenCorpus): Uint32Array {
  const copies = new ExactCopies(ownMemory, documentCount(corpus));
  copies.read(corpus);
  return copies.firstCopyOf();
}
