import type { TokenCorpus } from "@corpulse/tokens";
import { BACKWARDS, type DocumentNumbers, listRepeats, readBackwards, readForwards } from "./document-numbers.ts";
import { fullStretches } from "./full-stretches.ts";
import { loadKernel } from "./load-kernel.ts";

/** Bytes of a number. */
const WORD = Int32Array.BYTES_PER_ELEMENT;

/** Reads documents forwards and backwards. */
export interface DocumentScanner extends Pick<DocumentNumbers, "atLeast" | "ends"> {
  /** Reads the tokens from `start` to `end` and gives the numbers of types in all windows, added up. Expects zeros in `atLeast`. */
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

/** Copies tokens to where a kernel can read them. From memory that threads share `set` takes twice as long. */
function copyTokens(text: Int32Array, tokens: Int32Array, start: number, end: number): void {
  for (let at = start; at < end; at++) text[at - start] = tokens[at];
}

/** The kernel of WebAssembly, or else loops in TypeScript: both give the same numbers. */
export function documentScanner(
  { tokens, vocabulary }: TokenCorpus,
  { longest, window, threshold }: ScanSettings,
): DocumentScanner {
  const pairs = 2 * (longest + 1);
  const sizes = [longest, vocabulary.length, pairs, pairs, longest + 2, longest + 1, 2 * BACKWARDS];
  const from = sizes.map((_, at) => WORD * sizes.slice(0, at).reduce((sum, size) => sum + size, 0));
  const bytes = WORD * sizes.reduce((sum, size) => sum + size, 0);
  const kernel = loadKernel(bytes);
  const buffer = kernel === null ? new ArrayBuffer(bytes) : kernel.memory.buffer;
  const [text, before, places, list, atLeast, limits, ends] = sizes.map(
    (size, at) => new Int32Array(buffer, from[at], size),
  );
  limits.set(fullStretches(threshold, longest));
  const typesInWindows = (length: number, repeats: number): number =>
    length < window ? 0 : (length - window + 1) * window - repeats;
  if (kernel === null) {
    const numbers = { tokens: text, before, places, list, atLeast, limits, ends };
    const scan = (start: number, end: number): number => {
      const length = end - start;
      copyTokens(text, tokens, start, end);
      const listed = listRepeats(numbers, length, start);
      atLeast[1] = length - listed / 2;
      const repeats = readForwards(numbers, listed, length, window);
      readBackwards(numbers, length);
      return typesInWindows(length, repeats);
    };
    return { atLeast, ends, scan };
  }
  const { listRepeats: listAll, forwards, backwards } = kernel.exports;
  const [textAt, beforeAt, placesAt, listAt, atLeastAt, limitsAt, endsAt] = from;
  const scan = (start: number, end: number): number => {
    const length = end - start;
    copyTokens(text, tokens, start, end);
    const listed = listAll(textAt, length, start, beforeAt, placesAt, listAt);
    atLeast[1] = length - (listed - listAt) / (2 * WORD);
    const repeats = forwards(listAt, listed, length, window, placesAt, atLeastAt, limitsAt, endsAt);
    backwards(length, placesAt, limitsAt, endsAt + BACKWARDS * WORD);
    return typesInWindows(length, repeats);
  };
  return { atLeast, ends, scan };
}
