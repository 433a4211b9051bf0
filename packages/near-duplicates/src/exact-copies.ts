import { documentCount, FINGERPRINT_WORDS, type Memory, type TokenCorpus } from "@corpulse/tokens";

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
 * For each document the first one with the same text, which is itself when there is none before it. Two texts are the same
 * when their 128-bit fingerprints and all their tokens are equal; texts without a token are no exception.
 */
export function exactCopies(corpus: TokenCorpus, memory: Memory = (bytes) => new ArrayBuffer(bytes)): Uint32Array {
  const documents = documentCount(corpus);
  const firstOf = new Uint32Array(memory(documents * Uint32Array.BYTES_PER_ELEMENT));
  const slotCount = 2 ** Math.ceil(Math.log2(documents * 2 + 1));
  // Document + 1; 0 is an empty slot.
  const slots = new Uint32Array(slotCount);
  for (let document = 0; document < documents; document++) {
    let slot = corpus.fingerprints[document * FINGERPRINT_WORDS] & (slotCount - 1);
    while (slots[slot] !== 0 && !sameText(corpus, slots[slot] - 1, document)) slot = (slot + 1) & (slotCount - 1);
    if (slots[slot] === 0) slots[slot] = document + 1;
    firstOf[document] = slots[slot] - 1;
  }
  return firstOf;
}
