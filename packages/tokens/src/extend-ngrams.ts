import { setBits } from "./bits.ts";
import type { CopiedRuns } from "./copy-finder.ts";
import { dealPairs } from "./deal-pairs.ts";
import { groupPairs, joinGroups } from "./group-pairs.ts";
import type { IdColumns } from "./id-columns.ts";
import type { NgramColumn } from "./ngram-column.ts";
import { COPIED, END, ngramStretches, SOURCE, STRETCH } from "./ngram-stretches.ts";
import { numberNgrams } from "./number-ngrams.ts";
import type { Scratch } from "./scratch.ts";
import { tallyNgrams, type TallyTools } from "./tally-ngrams.ts";
import type { TokenCorpus } from "./token-corpus.ts";

/** What all orders of one corpus share. */
export interface NgramWorkshop extends TallyTools {
  readonly runs: CopiedRuns;
  readonly columns: IdColumns;
  readonly stretches: Scratch;
  readonly slots: Scratch;
  /** A bit for each position. */
  readonly sources: Int32Array;
}

/** Marks the positions that others copy. */
function markSources(stretches: Int32Array, marks: Int32Array): void {
  marks.fill(0);
  for (let at = 0; at < stretches.length; at += STRETCH) {
    const source = stretches[at + SOURCE];
    setBits(marks, source, source + stretches[at + END] - stretches[at + COPIED]);
  }
}

/**
 * The column of the next order: every n-gram is the pair of its prefix's id and its last token, and gets the id of its
 * first occurrence.
 *
 * Memory is what takes time here, so nothing is looked up that can be read in order: a copied position has the id of its
 * source; what is left is dealt out to parts that fit the cache and grouped there; and until an id is known, the place of the item
 * that will say it stands where the id will.
 */
export function extendNgrams(corpus: TokenCorpus, previous: NgramColumn, workshop: NgramWorkshop): NgramColumn {
  const { tokens, offsets } = corpus;
  const { runs, columns, slots, sources } = workshop;
  const order = previous.order + 1;
  const ids = columns.column(order, tokens.length);
  const stretches = ngramStretches(offsets, runs, order, workshop.stretches);
  const pairs = dealPairs(previous, tokens, stretches, ids, (length) => columns.behind(order, length));
  groupPairs(pairs, slots);
  markSources(stretches, sources);
  const different = numberNgrams(pairs, stretches, ids, sources);
  joinGroups(pairs);
  return { order, ids, ...tallyNgrams({ ids, pairs, different, offsets }, stretches, workshop) };
}
