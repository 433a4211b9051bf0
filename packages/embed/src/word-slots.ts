/** Which words keep their vectors, and where. */
export interface WordSlots {
  /** How many vectors are kept. */
  readonly kept: number;
  /** The slot of each word, -1 for words whose vector is made when it is used. */
  readonly slots: Int32Array;
}

/** Words of one document are never needed twice. */
const LEAST_DOCUMENTS = 2;

/** Frequencies are told apart by their leading zeros in 32 bits: at most 32 powers of two. */
const POWERS = 32;

/**
 * Gives slots to the words of most documents: as many as there is room for. Those of similar frequency lie together, because
 * a cache then holds more of what is used all the time.
 */
export function wordSlots(documentFrequencies: Uint32Array, room: number): WordSlots {
  const words = documentFrequencies.length;
  /** Where the slots of each power of two begin, most frequent first. */
  const next = new Uint32Array(POWERS + 1);
  for (let id = 0; id < words; id++) {
    const frequency = documentFrequencies[id];
    if (frequency >= LEAST_DOCUMENTS) next[Math.clz32(frequency) + 1]++;
  }
  for (let power = 1; power < next.length; power++) next[power] += next[power - 1];
  const kept = Math.min(next[next.length - 1], room);
  const slots = new Int32Array(words).fill(-1);
  for (let id = 0; id < words; id++) {
    const frequency = documentFrequencies[id];
    if (frequency < LEAST_DOCUMENTS) continue;
    const slot = next[Math.clz32(frequency)]++;
    if (slot < kept) slots[id] = slot;
  }
  return { kept, slots };
}
