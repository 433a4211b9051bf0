import type { NgramColumn } from "./ngram-column.ts";
import type { TokenCorpus } from "./token-corpus.ts";

/**
 * For each of some positions the place among them, at or before it, of the first one with the same n-gram; and how many
 * different ones there are. Places are sorted into buckets by prefix, stably and by counting, together with their last token,
 * so that one bucket's tokens can be told apart in an array by token: it is small, needs no hash, and nothing of an earlier
 * bucket is taken for this one's, because buckets only rise.
 */
export function groupPairs(
  { tokens, vocabulary }: TokenCorpus,
  { ids: prefixes, counts: prefixCounts }: Pick<NgramColumn, "ids" | "counts">,
  positions: Int32Array,
): { readonly firsts: Int32Array; readonly different: number } {
  const ends = new Int32Array(prefixCounts.length + 1);
  for (let place = 0; place < positions.length; place++) ends[prefixes[positions[place] - 1] + 1]++;
  for (let prefix = 1; prefix < ends.length; prefix++) ends[prefix] += ends[prefix - 1];
  /** A place and its token, side by side. */
  const sorted = new Int32Array(positions.length * 2);
  for (let place = 0; place < positions.length; place++) {
    const at = ends[prefixes[positions[place] - 1]]++ * 2;
    sorted[at] = place;
    sorted[at + 1] = tokens[positions[place]];
  }
  const firsts = new Int32Array(positions.length);
  /** For each token one more than where in `sorted` it was met first in the latest bucket that has it. */
  const met = new Int32Array(vocabulary.length);
  let different = 0;
  let begin = 0;
  for (let prefix = 0; prefix < prefixCounts.length; prefix++) {
    const end = ends[prefix];
    for (let at = begin; at < end; at++) {
      const place = sorted[at * 2];
      const token = sorted[at * 2 + 1];
      const first = met[token] - 1;
      if (first >= begin) firsts[place] = sorted[first * 2];
      else {
        met[token] = at + 1;
        firsts[place] = place;
        different++;
      }
    }
    begin = end;
  }
  return { firsts, different };
}
