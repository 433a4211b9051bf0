import { type Memory, uint32 } from "@corpulse/tokens";

/** Longer words are too few to be worth the room. */
const LONGEST = 256;

/** How words are spelt, for the kernel. */
export interface Spellings {
  /** In UTF-16, one word after the other. */
  readonly text: Uint16Array;
  /** Where the word of each id begins, and where the last one ends. */
  readonly starts: Uint32Array;
  /** The ids of words that are left out, which are longer. */
  readonly longer: readonly number[];
}

export function spellings(vocabulary: readonly string[], memory: Memory): Spellings {
  const starts = uint32(memory, vocabulary.length + 1);
  const longer: number[] = [];
  vocabulary.forEach(({ length }, id) => {
    starts[id + 1] = starts[id] + (length > LONGEST ? 0 : length);
    if (length > LONGEST) longer.push(id);
  });
  const letters = starts[vocabulary.length];
  const { buffer, byteOffset } = memory.take(letters * Uint16Array.BYTES_PER_ELEMENT);
  const text = new Uint16Array(buffer, byteOffset, letters);
  vocabulary.forEach((word, id) => {
    const [from, to] = [starts[id], starts[id + 1]];
    for (let at = from; at < to; at++) text[at] = word.charCodeAt(at - from);
  });
  return { text, starts, longer };
}
