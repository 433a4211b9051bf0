import type { CopiedRuns } from "./copied-runs.ts";
import { type NgramColumn, NO_NGRAM } from "./ngram-column.ts";
import type { PairGrouper, PairGroups } from "./pair-grouper.ts";
import { COPIED, END, FRESH, ngramStretches, SOURCE, STRETCH } from "./ngram-stretches.ts";
import type { Scratch } from "./scratch.ts";
import { tallyNgrams, type TallyTools } from "./tally-ngrams.ts";
import type { TokenCorpus } from "./token-corpus.ts";

/**
 * Lists where n-grams end that may occur twice and copy none: one cannot occur twice if its first or its last tokens do not. All
 * that copy none begin as n-grams that occur once.
 */
function listLookUps(
  { ids: shorter, counts, order }: NgramColumn,
  stretches: Int32Array,
  ids: Int32Array,
  scratch: Scratch,
): Int32Array {
  let room = 0;
  for (let at = 0; at < stretches.length; at += STRETCH) room += stretches[at + COPIED] - stretches[at + FRESH];
  const positions = scratch.take(room);
  let used = 0;
  let once = 0;
  // Single tokens have an id even if they occur once.
  const recurs = (id: number): boolean => id >= 0 && (order > 1 || counts[id] > 1);
  for (let at = 0; at < stretches.length; at += STRETCH) {
    const end = stretches[at + COPIED];
    let position = stretches[at + FRESH];
    for (let before = position < end && recurs(shorter[position - 1]); position < end; position++) {
      const now = recurs(shorter[position]);
      ids[position] = NO_NGRAM - ++once;
      if (before && now) positions[used++] = position;
      before = now;
    }
  }
  return positions.subarray(0, used);
}

/** Marks the positions that others copy. */
function markSources(stretches: Int32Array, marks: Uint8Array): void {
  marks.fill(0);
  for (let at = 0; at < stretches.length; at += STRETCH) {
    const source = stretches[at + SOURCE];
    marks.fill(1, source, source + stretches[at + END] - stretches[at + COPIED]);
  }
}

/** Gives ids, in order of first appearance, to the looked-up n-grams that occur again, and says how many there are. */
function numberRepeated(
  positions: Int32Array,
  { groups, count }: PairGroups,
  copied: Uint8Array,
  ids: Int32Array,
): number {
  /** By group one more than its id. */
  const numbers = new Int32Array(count + 1);
  let size = 0;
  for (let place = 0; place < positions.length; place++) {
    const group = groups[place];
    const position = positions[place];
    if (group > 0) {
      if (numbers[group] === 0) numbers[group] = ++size;
      ids[position] = numbers[group] - 1;
    } else if (copied[position] === 1) ids[position] = size++;
  }
  return size;
}

/** What all orders of one corpus share. */
export interface NgramWorkshop extends TallyTools {
  readonly runs: CopiedRuns;
  readonly grouper: PairGrouper;
  /** A mark for each position. */
  readonly copied: Uint8Array;
  readonly lookUps: Scratch;
}

/**
 * The column of the next order: every n-gram is the pair of its prefix's id and its last token, and gets the id of its
 * first occurrence.
 *
 * Memory is what takes time here, so nothing is looked up that can be read in order: a copied position has the id of its
 * source, and what is left is grouped by prefix.
 */
export function extendNgrams(
  { tokens, offsets }: TokenCorpus,
  previous: NgramColumn,
  { runs, grouper, copied, lookUps, ...tools }: NgramWorkshop,
): NgramColumn {
  const order = previous.order + 1;
  const ids = new Int32Array(tools.memory(tokens.length * Int32Array.BYTES_PER_ELEMENT));
  for (let document = 1; document < offsets.length; document++) {
    const begin = offsets[document - 1];
    ids.fill(NO_NGRAM, begin, Math.min(begin + order - 1, offsets[document]));
  }
  const stretches = ngramStretches(offsets, runs, order);
  const positions = listLookUps(previous, stretches, ids, lookUps);
  markSources(stretches, copied);
  const different = numberRepeated(positions, grouper.group(previous.ids, positions), copied, ids);
  return { order, ids, ...tallyNgrams({ ids, different, documents: offsets.length - 1 }, stretches, tools) };
}
