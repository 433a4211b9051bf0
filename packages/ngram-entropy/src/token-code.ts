import type { NgramIndex } from "@corpulse/tokens";
import { utf8Length } from "./utf8-length.ts";
import { writeCode, type WrittenCode } from "./write-code.ts";
import { writeCodeInKernel } from "./write-code-in-kernel.ts";

/** What a corpus takes as text and in the code. */
export interface TokenCode extends WrittenCode {
  /** The UTF-8 bytes of all tokens, each followed by one separator. */
  readonly bytes: number;
}

/** The bytes of each token with its separator, and of the end symbol. */
function symbolSizes(vocabulary: readonly string[]): Uint32Array {
  const sizes = new Uint32Array(vocabulary.length + 1).fill(1);
  for (let token = 0; token < vocabulary.length; token++) sizes[token] += utf8Length(vocabulary[token]);
  return sizes;
}

/**
 * The length of an LZ77 code over tokens whose window is the whole corpus. From left to right, a stretch of three or more
 * tokens that stood before becomes a pointer (log₂ of the number of symbols before it, whatever the distance) and a length
 * (Elias gamma) wherever that is shorter than writing its tokens out; the source may overlap the stretch. The earlier
 * place is the last one noted for the same 4-gram, else 3-gram: one candidate, so the code is short, not the shortest.
 *
 * Source: Ziv & Lempel 1977, "A universal algorithm for sequential data compression".
 */
export function tokenCode(index: NgramIndex): TokenCode {
  const sizes = symbolSizes(index.corpus.vocabulary);
  const bytes = index.column(1).counts.reduce((sum, count, token) => sum + count * sizes[token], 0);
  return { bytes, ...(writeCodeInKernel(index, sizes) ?? writeCode(index, sizes)) };
}
