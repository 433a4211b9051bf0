import type { NgramColumn, TokenCorpus } from "@corpulse/tokens";
import { PairIds } from "./pair-ids.ts";

/** Shingles by id, and how many ids there are. */
interface NumberedShingles {
  readonly ids: Int32Array;
  readonly count: number;
}

/** Joins two columns of shingles: the longer one ends in the one of `right`, and begins with the one `shift` tokens before. */
function joinColumns(left: Int32Array, right: Int32Array, shift: number): NumberedShingles {
  const pairs = new PairIds();
  const ids = new Int32Array(right.length);
  for (let position = shift; position < right.length; position++) {
    ids[position] = pairs.intern(left[position - shift], right[position]);
  }
  return { ids, count: pairs.size };
}

/**
 * Doubled in length rather than lengthened by one, for there are many characters and most short shingles repeat: five
 * characters are three and two. Ids are exact. Those that reach into the document before are of no use and do no harm.
 */
function numberShingles(tokens: Int32Array, types: number, size: number): NumberedShingles {
  if (size === 1) return { ids: tokens, count: types };
  const half = Math.floor(size / 2);
  const right = numberShingles(tokens, types, half).ids;
  const left = half * 2 === size ? right : joinColumns(right, tokens, 1).ids;
  return joinColumns(left, right, half);
}

/** Cuts documents of characters into shingles, and counts them as the n-gram index counts words. */
export function characterShingles(
  { tokens, offsets, vocabulary }: Pick<TokenCorpus, "tokens" | "offsets" | "vocabulary">,
  size: number,
): Pick<NgramColumn, "ids" | "documentFrequencies" | "repeats" | "exclusive"> {
  const { ids, count } = numberShingles(tokens, vocabulary.length, size);
  const documents = offsets.length - 1;
  const documentFrequencies = new Uint32Array(count);
  // Document + 1 of the last document that has the shingle.
  const seenIn = new Uint32Array(count);
  // Room for all: what is not written to costs nothing.
  const repeats = new Int32Array(ids.length);
  let used = 0;
  for (let document = 1; document <= documents; document++) {
    for (let position = offsets[document - 1] + size - 1; position < offsets[document]; position++) {
      const id = ids[position];
      if (seenIn[id] === document) repeats[used++] = position;
      else {
        seenIn[id] = document;
        documentFrequencies[id]++;
      }
    }
  }
  const exclusive = new Uint32Array(documents);
  for (let id = 0; id < count; id++) if (documentFrequencies[id] === 1) exclusive[seenIn[id] - 1]++;
  return { ids, documentFrequencies, repeats: repeats.subarray(0, used), exclusive };
}
