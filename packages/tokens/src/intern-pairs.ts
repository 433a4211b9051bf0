import type { NgramColumn } from "./ngram-index.ts";
import { PairTable } from "./pair-table.ts";
import type { TokenCorpus } from "./token-corpus.ts";

const NONE = -1;

/** Numbers kept of a prefix: the token that followed it last, and the id of the n-gram that they made. */
const LATEST = 2;

/**
 * The column of the next order: every n-gram is interned from the pair of its prefix's id and its last token.
 *
 * Most n-grams need no look-up in the table, which is where the time goes:
 * - One whose first or last n−1 tokens occur only once in the corpus cannot occur twice.
 * - In real text a prefix is mostly followed by what followed it the last time. Ids follow first appearance, so what is
 *   kept of a repeated passage lies side by side in memory.
 */
export function internPairs(corpus: TokenCorpus, previous: NgramColumn): NgramColumn {
  const { tokens, offsets } = corpus;
  const { ids: prefixes, counts: prefixCounts } = previous;
  const order = previous.order + 1;
  const table = new PairTable();
  const ids = new Int32Array(tokens.length);
  const counts = new Uint32Array(tokens.length);
  const latest = new Int32Array(prefixCounts.length * LATEST).fill(NONE);
  let size = 0;
  let total = 0;
  for (let document = 0; document + 1 < offsets.length; document++) {
    const end = offsets[document + 1];
    const first = Math.min(offsets[document] + order - 1, end);
    ids.fill(NONE, offsets[document], first);
    total += end - first;
    for (let position = first; position < end; position++) {
      const prefix = prefixes[position - 1];
      const last = tokens[position];
      const at = prefix * LATEST;
      let id = latest[at + 1];
      if (latest[at] !== last) {
        const mayRepeat = prefixCounts[prefix] > 1 && prefixCounts[prefixes[position]] > 1;
        id = mayRepeat ? table.intern(prefix, last, size) : size;
        if (id === size) size++;
        latest[at] = last;
        latest[at + 1] = id;
      }
      ids[position] = id;
      counts[id]++;
    }
  }
  return { order, ids, counts: counts.slice(0, size), total };
}
