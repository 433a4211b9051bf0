import type { NgramIndex, TokenCorpus } from "@corpulse/tokens";
import { characterCorpus } from "./character-corpus.ts";
import { PairIds } from "./pair-ids.ts";
import type { Shingle } from "./shingle.ts";

/** The shingles of all documents, repeated ones included. */
export interface ShingleColumn {
  /** The words or characters of all documents, and where each document starts. */
  readonly tokens: Int32Array;
  readonly offsets: Uint32Array;
  /** For each token the id of the shingle that ends there; without meaning where its document has too few before it. */
  readonly ids: Int32Array;
  /** One more than the highest id. */
  readonly count: number;
}

/** Joins two columns of shingles: the longer one ends in the one of `right`, and begins with the one `shift` tokens before. */
function joinColumns(left: Int32Array, right: Int32Array, shift: number): { ids: Int32Array; count: number } {
  const pairs = new PairIds();
  const ids = new Int32Array(right.length);
  for (let position = shift; position < right.length; position++) {
    ids[position] = pairs.intern(left[position - shift], right[position]);
  }
  return { ids, count: pairs.size };
}

/**
 * Shingles of characters, doubled in length rather than lengthened by one, for there are many characters and most short
 * shingles repeat: five characters are three and two. Ids are exact. Those that reach into the document before are of no use
 * and do no harm.
 */
function characterShingles(tokens: Int32Array, types: number, size: number): { ids: Int32Array; count: number } {
  if (size === 1) return { ids: tokens, count: types };
  const half = Math.floor(size / 2);
  const right = characterShingles(tokens, types, half).ids;
  const left = half * 2 === size ? right : joinColumns(right, tokens, 1).ids;
  return joinColumns(left, right, half);
}

/** Cuts a corpus into shingles: of words as the n-gram index has them, of characters anew. */
export function shingleColumn(index: NgramIndex, { unit, size }: Shingle): ShingleColumn {
  if (unit === "words") {
    const { ids, counts, once } = index.column(size);
    const whole = ids.map((id) => (id < -1 ? counts.length - 2 - id : id));
    return { tokens: index.corpus.tokens, offsets: index.corpus.offsets, ids: whole, count: counts.length + once };
  }
  const { tokens, offsets, vocabulary }: TokenCorpus = characterCorpus(index.corpus);
  return { tokens, offsets, ...characterShingles(tokens, vocabulary.length, size) };
}
