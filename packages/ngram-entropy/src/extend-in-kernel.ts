import type { TokenCorpus } from "@corpulse/tokens";
import type { KernelIn } from "./kernel-in.ts";
import type { Phrase, PhraseLimits } from "./phrase-extender.ts";

const WORD = Uint32Array.BYTES_PER_ELEMENT;

/** `PhraseExtender.extend` by the kernel, `null` where it cannot read the corpus. */
export function extendInKernel(
  { tokens, offsets, vocabulary }: TokenCorpus,
  phrase: Phrase,
  limits: PhraseLimits,
  kernel: KernelIn | null,
): Phrase | null {
  const count = phrase.begins.length;
  const room = kernel?.holds(tokens, offsets) ? kernel.zeros((2 * count + 3 * vocabulary.length) * WORD) : null;
  if (kernel === null || room === null) return null;
  const { functions } = kernel;
  // What is cleared eight bytes at a time comes first.
  const holding = room.byteOffset;
  const met = holding + 2 * vocabulary.length * WORD;
  const begins = new Uint32Array(room.buffer, met + vocabulary.length * WORD, count);
  const homes = begins.byteOffset + begins.byteLength;
  begins.set(phrase.begins);
  functions.writeHomes(begins.byteOffset, homes, count, offsets.byteOffset);
  const left = functions.extendPhrase(
    begins.byteOffset,
    homes,
    count,
    phrase.length,
    phrase.documents,
    limits.documents,
    limits.length,
    offsets.byteOffset,
    tokens.byteOffset,
    holding,
    met,
  );
  const { phraseLength, phraseDocuments } = functions;
  return { length: phraseLength.value, documents: phraseDocuments.value, begins: begins.slice(0, left) };
}
