import type { CopiedRuns } from "./copied-runs.ts";
import { groupPairs } from "./group-pairs.ts";
import { type Memory, type NgramColumn, NO_NGRAM } from "./ngram-column.ts";
import { COPIED, FRESH, ngramStretches, STRETCH } from "./ngram-stretches.ts";
import { tallyNgrams } from "./tally-ngrams.ts";
import type { TokenCorpus } from "./token-corpus.ts";

/** What is to be looked up, and how many n-grams need not be: an n-gram cannot occur twice if its first or its last tokens do not. */
interface LookUps {
  /** Where n-grams end that may occur twice, rising. */
  readonly positions: Int32Array;
  readonly once: number;
}

/** Names the n-grams that occur once for certain, and lists the others that copy none. */
function listLookUps({ ids: prefixes, counts }: NgramColumn, stretches: Int32Array, ids: Int32Array): LookUps {
  let room = 0;
  for (let at = 0; at < stretches.length; at += STRETCH) room += stretches[at + COPIED] - stretches[at + FRESH];
  const positions = new Int32Array(room);
  let used = 0;
  let once = 0;
  for (let at = 0; at < stretches.length; at += STRETCH) {
    const end = stretches[at + COPIED];
    for (let position = stretches[at + FRESH]; position < end; position++) {
      const prefix = prefixes[position - 1];
      const suffix = prefixes[position];
      if (prefix >= 0 && suffix >= 0 && counts[prefix] > 1 && counts[suffix] > 1) positions[used++] = position;
      else ids[position] = NO_NGRAM - ++once;
    }
  }
  return { positions: positions.subarray(0, used), once };
}

/** Gives the ids of first appearance to the positions that were looked up. */
function numberFirsts(positions: Int32Array, firsts: Int32Array, ids: Int32Array): void {
  let size = 0;
  for (let place = 0; place < positions.length; place++) {
    const first = firsts[place];
    ids[positions[place]] = first === place ? size++ : ids[positions[first]];
  }
}

/**
 * The column of the next order: every n-gram is the pair of its prefix's id and its last token, and gets the id of its
 * first occurrence.
 *
 * Memory is what takes time here, so nothing is looked up that can be read in order: a copied position has the id of its
 * source, and what is left is grouped by prefix.
 */
export function extendNgrams(
  corpus: TokenCorpus,
  runs: CopiedRuns,
  previous: NgramColumn,
  memory: Memory,
): NgramColumn {
  const { tokens, offsets } = corpus;
  const order = previous.order + 1;
  const ids = new Int32Array(memory(tokens.length * Int32Array.BYTES_PER_ELEMENT));
  for (let document = 1; document < offsets.length; document++) {
    const begin = offsets[document - 1];
    ids.fill(NO_NGRAM, begin, Math.min(begin + order - 1, offsets[document]));
  }
  const stretches = ngramStretches(offsets, runs, order);
  const { positions, once } = listLookUps(previous, stretches, ids);
  const { firsts, different } = groupPairs(corpus, previous, positions);
  numberFirsts(positions, firsts, ids);
  return { order, ids, once, ...tallyNgrams({ ids, different, documents: offsets.length - 1 }, stretches, memory) };
}
