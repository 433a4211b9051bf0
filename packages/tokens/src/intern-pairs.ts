import { groupPairs } from "./group-pairs.ts";
import type { NgramColumn } from "./ngram-index.ts";
import type { TokenCorpus } from "./token-corpus.ts";

/** Stands where a document has too few tokens for an n-gram to end. */
const NONE = -1;

/** What reading on does not settle. */
interface Breaks {
  /** Where n-grams end that may have occurred before, rising. */
  readonly positions: Int32Array;
  /** How many n-grams occur once for certain: they are not among the positions. */
  readonly single: number;
}

/**
 * Links positions to an earlier one with the same n-gram where that shows from reading on: what followed an n-gram before
 * mostly follows it again, and both places are read in order. All other positions link to themselves.
 */
function linkCopies({ tokens, offsets }: TokenCorpus, previous: NgramColumn, links: Int32Array): Breaks {
  const { ids: prefixes, counts: prefixCounts, order: prefixLength } = previous;
  /** For each prefix the position after some occurrence, or 0: no n-gram of two tokens or more ends there. */
  const latest = new Int32Array(prefixCounts.length);
  const positions = new Int32Array(tokens.length);
  let used = 0;
  let single = 0;
  for (let document = 0; document + 1 < offsets.length; document++) {
    const end = offsets[document + 1];
    const first = Math.min(offsets[document] + prefixLength, end);
    links.fill(NONE, offsets[document], first);
    let copy = 0;
    for (let position = first; position < end; position++) {
      const token = tokens[position];
      // Where the n-gram before this one occurred too, the prefix agrees: what is left is the token.
      if (copy > 0 && tokens[++copy] === token && links[copy] >= 0) {
        links[position] = links[copy];
        continue;
      }
      copy = 0;
      links[position] = position;
      const prefix = prefixes[position - 1];
      // An n-gram cannot occur twice if its first or its last tokens do not.
      if (prefixCounts[prefix] === 1 || prefixCounts[prefixes[position]] === 1) {
        single++;
        continue;
      }
      const after = latest[prefix];
      latest[prefix] = position;
      if (after > 0 && tokens[after] === token) {
        copy = after;
        links[position] = links[after];
      } else positions[used++] = position;
    }
  }
  return { positions: positions.subarray(0, used), single };
}

/**
 * The column of the next order: every n-gram is the pair of its prefix's id and its last token, and gets the id of its
 * first occurrence.
 *
 * Memory is what takes time here, so nothing is looked up that can be read in order: positions are linked to earlier ones
 * where text repeats, what is left is grouped by prefix, and ids are given in a last reading.
 */
export function internPairs(corpus: TokenCorpus, previous: NgramColumn): NgramColumn {
  const ids = new Int32Array(corpus.tokens.length);
  const { positions, single } = linkCopies(corpus, previous, ids);
  const counts = new Uint32Array(single + groupPairs(corpus, previous, positions, ids));
  let size = 0;
  let total = 0;
  for (let position = 0; position < ids.length; position++) {
    const link = ids[position];
    if (link < 0) continue;
    const id = link === position ? size++ : ids[link];
    ids[position] = id;
    counts[id]++;
    total++;
  }
  return { order: previous.order + 1, ids, counts, total };
}
