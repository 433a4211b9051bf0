import type { NgramColumn, NgramIndex, TokenCorpus } from "@corpulse/tokens";
import { characterCorpus } from "./character-corpus.ts";
import { characterShingles } from "./character-shingles.ts";
import type { Shingle } from "./shingle.ts";

/** The shingles of all documents, repeated ones included, and what is known of them. */
export interface ShingleColumn extends Pick<NgramColumn, "ids" | "documentFrequencies" | "repeats" | "exclusive"> {
  /** Words or characters of a shingle. */
  readonly size: number;
  /** The words or characters of all documents, where each document starts, and the spelling of each. */
  readonly tokens: Int32Array;
  readonly offsets: Uint32Array;
  readonly vocabulary: readonly string[];
}

/** Cuts a corpus into shingles: of words as the n-gram index has them, of characters anew. */
export function shingleColumn(index: NgramIndex, { unit, size }: Shingle): ShingleColumn {
  const { tokens, offsets, vocabulary }: TokenCorpus = unit === "words" ? index.corpus : characterCorpus(index.corpus);
  const cut = unit === "words" ? index.column(size) : characterShingles({ tokens, offsets, vocabulary }, size);
  const { ids, documentFrequencies, repeats, exclusive } = cut;
  return { size, tokens, offsets, vocabulary, ids, documentFrequencies, repeats, exclusive };
}
