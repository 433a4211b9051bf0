import type { NgramColumn, NgramIndex, TokenCorpus } from "@corpulse/tokens";
import { characterCorpus } from "./character-corpus.ts";
import { characterShingles } from "./character-shingles.ts";
import type { Shingle } from "./shingle.ts";

/** What shingles are cut from. */
export interface ShingleText {
  /** Words or characters of a shingle. */
  readonly size: number;
  /** The words or characters of all documents, where each document starts, and the spelling of each. */
  readonly tokens: Int32Array;
  readonly offsets: Uint32Array;
  readonly vocabulary: readonly string[];
}

/** The shingles of all documents, repeated ones included, and what is known of them. */
export type ShingleColumn = ShingleText & Pick<NgramColumn, "ids" | "documentFrequencies" | "repeats" | "exclusive">;

/** The words or characters of a corpus. */
export function shingleText(corpus: TokenCorpus, { unit, size }: Shingle): ShingleText {
  const { tokens, offsets, vocabulary } = unit === "words" ? corpus : characterCorpus(corpus);
  return { tokens, offsets, vocabulary, size };
}

/** Cuts a corpus into shingles: of words as the n-gram index has them, of characters anew. */
export function shingleColumn(index: NgramIndex, shingle: Shingle): ShingleColumn {
  const text = shingleText(index.corpus, shingle);
  const cut = shingle.unit === "words" ? index.column(shingle.size) : characterShingles(text, shingle.size);
  const { ids, documentFrequencies, repeats, exclusive } = cut;
  return { ...text, ids, documentFrequencies, repeats, exclusive };
}
