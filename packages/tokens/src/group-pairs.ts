import type { NgramColumn } from "./ngram-index.ts";
import type { TokenCorpus } from "./token-corpus.ts";

/**
 * Links each of some positions to the first of them with the same n-gram, and gives the number of different ones. The
 * positions are sorted into buckets by prefix, stably and by counting, so that one bucket's tokens can be told apart in an
 * array by token: it is small, needs no hash, and nothing of an earlier bucket is taken for this one's, because places only rise.
 */
export function groupPairs(
  { tokens, vocabulary }: TokenCorpus,
  { ids: prefixes, counts: prefixCounts }: NgramColumn,
  positions: Int32Array,
  links: Int32Array,
): number {
  const ends = new Int32Array(prefixCounts.length + 1);
  for (let at = 0; at < positions.length; at++) ends[prefixes[positions[at] - 1] + 1]++;
  for (let prefix = 1; prefix < ends.length; prefix++) ends[prefix] += ends[prefix - 1];
  const sorted = new Int32Array(positions.length);
  for (let at = 0; at < positions.length; at++) sorted[ends[prefixes[positions[at] - 1]]++] = positions[at];

  /** For each token one more than the place in `sorted` where it was met first in the latest bucket that has it. */
  const places = new Int32Array(vocabulary.length);
  let different = 0;
  let begin = 0;
  for (let prefix = 0; prefix < prefixCounts.length; prefix++) {
    const end = ends[prefix];
    for (let at = begin; at < end; at++) {
      const position = sorted[at];
      const token = tokens[position];
      const place = places[token] - 1;
      if (place >= begin) links[position] = sorted[place];
      else {
        places[token] = at + 1;
        different++;
      }
    }
    begin = end;
  }
  return different;
}
