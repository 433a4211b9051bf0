import type { NgramColumn } from "./ngram-index.ts";
import type { TokenCorpus } from "./token-corpus.ts";

/** Slots for each key: at a load of at most two thirds a look-up touches fewer than two slots on average. */
const SLOTS_PER_KEY = 1.5;

/** Words of a slot: id + 1 (0 is an empty slot), prefix, last token. They lie side by side to share a cache line. */
const SLOT_WORDS = 3;

function hashPair(prefix: number, last: number): number {
  let hash = Math.imul(prefix, 0x9e3779b1) ^ Math.imul(last, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}

/**
 * Whether the n-gram that ends at `position` may occur twice. It cannot when its first or its last n−1 tokens occur only
 * once in the corpus, which is so for most n-grams of higher orders: those need no look-up.
 */
function mayRepeat({ ids, counts }: NgramColumn, position: number): boolean {
  return counts[ids[position - 1]] > 1 && counts[ids[position]] > 1;
}

function countRepeatable({ offsets }: TokenCorpus, previous: NgramColumn): number {
  let repeatable = 0;
  for (let document = 0; document + 1 < offsets.length; document++) {
    for (let position = offsets[document] + previous.order; position < offsets[document + 1]; position++) {
      if (mayRepeat(previous, position)) repeatable++;
    }
  }
  return repeatable;
}

/** The column of the next order: every n-gram is interned from the pair of its prefix's id and its last token. */
export function internPairs(corpus: TokenCorpus, previous: NgramColumn): NgramColumn {
  const { tokens, offsets } = corpus;
  const order = previous.order + 1;
  const slotCount = 2 ** Math.ceil(Math.log2(Math.max(2, countRepeatable(corpus, previous) * SLOTS_PER_KEY)));
  const slots = new Int32Array(slotCount * SLOT_WORDS);
  const ids = new Int32Array(tokens.length).fill(-1);
  const counts = new Uint32Array(tokens.length);
  let size = 0;
  let total = 0;
  for (let document = 0; document + 1 < offsets.length; document++) {
    for (let position = offsets[document] + order - 1; position < offsets[document + 1]; position++) {
      total++;
      let id = size;
      if (mayRepeat(previous, position)) {
        const prefix = previous.ids[position - 1];
        const last = tokens[position];
        let slot = hashPair(prefix, last) & (slotCount - 1);
        for (;;) {
          const at = slot * SLOT_WORDS;
          if (slots[at] === 0) {
            slots[at] = id + 1;
            slots[at + 1] = prefix;
            slots[at + 2] = last;
            break;
          }
          if (slots[at + 1] === prefix && slots[at + 2] === last) {
            id = slots[at] - 1;
            break;
          }
          slot = (slot + 1) & (slotCount - 1);
        }
      }
      if (id === size) size++;
      ids[position] = id;
      counts[id]++;
    }
  }
  return { order, ids, counts: counts.slice(0, size), total };
}
