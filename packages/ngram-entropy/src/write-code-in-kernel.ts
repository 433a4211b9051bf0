import type { NgramIndex } from "@corpulse/tokens";
import { LONGER, SHORTER } from "./earlier-stretches.ts";
import { kernelIn } from "./kernel-in.ts";
import type { WrittenCode } from "./write-code.ts";

/** So many symbols are written by one call: what the kernel compiles anew while it runs is of use from the next call on. */
const CALL = 2 ** 17;

/** The bytes of a number, and of what there is of each symbol. */
const WORD = 4;
const SYMBOL = 16;

/** The bytes of logarithms in advance, and of those of counts. */
const LOGS = 5 * 264 + 24 + (2 ** 16 + 32) * 8;

/** How much room the kernel has to have for the code of an index. */
export function codeRoom(index: NgramIndex): number {
  const ngrams = index.column(LONGER).counts.length + index.column(SHORTER).counts.length;
  const symbols = index.corpus.vocabulary.length + 1;
  return LOGS + symbols * (SYMBOL + WORD) + ngrams * WORD;
}

/** `writeCode` for an index in memory that threads share, `null` for others. */
export function writeCodeInKernel(index: NgramIndex, sizes: Uint32Array): WrittenCode | null {
  const { tokens, offsets } = index.corpus;
  const [longer, shorter] = [index.column(LONGER), index.column(SHORTER)];
  const kernel = kernelIn(index.memory);
  if (!kernel?.holds(tokens, offsets, longer.ids, shorter.ids)) return null;
  const room = kernel.zeros(codeRoom(index));
  if (room === null) return null;
  const symbols = room.byteOffset + LOGS;
  const sizesAt = symbols + sizes.length * SYMBOL;
  const longerBegins = sizesAt + sizes.length * WORD;
  const shorterBegins = longerBegins + longer.counts.length * WORD;
  new Uint32Array(room.buffer, sizesAt, sizes.length).set(sizes);
  kernel.functions.beginCode(
    offsets.byteOffset,
    offsets.length - 1,
    tokens.byteOffset,
    longer.ids.byteOffset,
    shorter.ids.byteOffset,
    longerBegins,
    shorterBegins,
    symbols,
    sizesAt,
    room.byteOffset,
    sizes.length - 1,
  );
  const length = tokens.length + offsets.length - 1;
  for (let at = 0; at < length;) at = kernel.functions.writeCode(at, Math.min(length, at + CALL));
  const { bits, literals, matches, longest } = kernel.functions;
  return { bits: bits.value, literals: literals.value, matches: matches.value, longest: longest.value };
}
