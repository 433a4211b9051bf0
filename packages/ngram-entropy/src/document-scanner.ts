import type { TokenCorpus } from "@corpulse/tokens";
import { BACKWARDS, type DocumentNumbers, readBackwards, readForwards } from "./document-numbers.ts";
import { fullStretches } from "./full-stretches.ts";
import { loadKernel } from "./load-kernel.ts";

/** Bytes of a number. */
const WORD = Int32Array.BYTES_PER_ELEMENT;

/** Reads documents forwards and backwards. */
export interface DocumentScanner extends Pick<DocumentNumbers, "atLeast" | "ends"> {
  /** Reads the tokens from `start` to `end` and gives the numbers of types in all windows, added up. Adds to `atLeast`. */
  readonly scan: (start: number, end: number) => number;
}

/** What documents are read with. */
export interface ScanSettings {
  /** The most tokens that a document has. */
  readonly longest: number;
  readonly window: number;
  /** The type–token ratio at which a stretch is full. */
  readonly threshold: number;
}

/** The kernel of WebAssembly, or else loops in TypeScript: both give the same numbers. */
export function documentScanner(
  { tokens, vocabulary }: TokenCorpus,
  { longest, window, threshold }: ScanSettings,
): DocumentScanner {
  const sizes = [longest, vocabulary.length, 2 * (longest + 1), longest + 2, longest + 1, 6];
  const from = sizes.map((_, at) => WORD * sizes.slice(0, at).reduce((sum, size) => sum + size, 0));
  const bytes = WORD * sizes.reduce((sum, size) => sum + size, 0);
  const kernel = loadKernel(bytes);
  const buffer = kernel === null ? new ArrayBuffer(bytes) : kernel.memory.buffer;
  const [text, before, places, atLeast, limits, ends] = sizes.map((size, at) => new Int32Array(buffer, from[at], size));
  limits.set(fullStretches(threshold, longest));
  if (kernel === null) {
    const numbers = { tokens: text, before, places, atLeast, limits, ends };
    const scan = (start: number, end: number): number => {
      text.set(tokens.subarray(start, end));
      const types = readForwards(numbers, { length: end - start, base: start, window });
      readBackwards(numbers, end - start);
      return types;
    };
    return { atLeast, ends, scan };
  }
  const { forwards, backwards } = kernel.exports;
  const [textAt, beforeAt, placesAt, atLeastAt, limitsAt, endsAt] = from;
  const scan = (start: number, end: number): number => {
    const length = end - start;
    text.set(tokens.subarray(start, end));
    const types = forwards(textAt, length, start, window, beforeAt, placesAt, atLeastAt, limitsAt, endsAt);
    backwards(length, placesAt, limitsAt, endsAt + BACKWARDS * WORD);
    return types;
  };
  return { atLeast, ends, scan };
}
