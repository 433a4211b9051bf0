import { longestDocument, type Memory, SharedMemory, type TokenCorpus } from "@corpulse/tokens";
import { fullStretches } from "./full-stretches.ts";
import { type KernelIn, kernelIn } from "./kernel-in.ts";
import { TEXT_NUMBERS, type TextSettings } from "./text-settings.ts";

/** The bytes of a number, of a place of a document, and of what there is of each document. */
const WORD = Int32Array.BYTES_PER_ELEMENT;
const PLACE = 2 * WORD;
const DOCUMENT = TEXT_NUMBERS * Float64Array.BYTES_PER_ELEMENT;

/** So many tokens are copied at once, or those of one document. */
const COPIED = 2 ** 14;

/** Copies tokens. To memory that threads share `set` takes twice as long. */
function copyTokens(text: Int32Array, tokens: Int32Array, start: number, end: number): void {
  for (let at = start; at < end; at++) text[at - start] = tokens[at];
}

/** The kernel where a corpus lies, or else in memory that documents are copied to. */
function kernelFor({ tokens, offsets }: TokenCorpus, memory: Memory, bytes: number): KernelIn | null {
  const kernel = kernelIn(memory);
  if (kernel?.holds(tokens, offsets)) return kernel;
  return kernelIn(new SharedMemory(bytes));
}

/** `readTexts` by the kernel, `null` where there is none. What it gives is overwritten when the kernel is used again. */
export function readTextsInKernel(corpus: TokenCorpus, settings: TextSettings, memory: Memory): Float64Array | null {
  const { tokens, offsets, vocabulary } = corpus;
  const { window, threshold, draws, least } = settings;
  const documents = offsets.length - 1;
  const longest = longestDocument(offsets);
  const columns = [
    documents * DOCUMENT,
    (longest + 1) * PLACE,
    (longest + 1) * PLACE,
    vocabulary.length * WORD,
    (longest + 2) * WORD,
    (longest + 1) * WORD,
  ];
  const bytes = columns.reduce((sum, column) => sum + column, 0);
  const copied = Math.max(longest, COPIED);
  const copies = (offsets.length + copied) * WORD;
  const kernel = kernelFor(corpus, memory, bytes + copies);
  const held = kernel?.holds(tokens, offsets) ?? false;
  const room = kernel?.zeros(held ? bytes : bytes + copies) ?? null;
  if (kernel === null || room === null) return null;
  const addresses = columns.map((_, at) => columns.slice(0, at).reduce((sum, column) => sum + column, room.byteOffset));
  const [found, places, list, before, atLeast, limits] = addresses;
  new Int32Array(room.buffer, limits, longest + 1).set(fullStretches(threshold, longest));
  const read = (from: number, to: number, offset: number, token: number): void => {
    const lists = [before, places, list, atLeast, limits, found + from * DOCUMENT] as const;
    const numbers = [window, draws, least, 1 - threshold] as const;
    kernel.functions.readTexts(offset + from * WORD, offset + to * WORD, token, ...lists, ...numbers);
  };
  if (held) read(0, documents, offsets.byteOffset, tokens.byteOffset);
  else {
    const starts = new Uint32Array(room.buffer, room.byteOffset + bytes, offsets.length);
    const text = new Int32Array(room.buffer, starts.byteOffset + starts.byteLength, copied);
    starts.set(offsets);
    for (let from = 0, to = 0; from < documents; from = to) {
      do to++;
      while (to < documents && offsets[to + 1] - offsets[from] <= text.length);
      copyTokens(text, tokens, offsets[from], offsets[to]);
      read(from, to, starts.byteOffset, text.byteOffset - offsets[from] * WORD);
    }
  }
  return new Float64Array(room.buffer, found, documents * TEXT_NUMBERS);
}
