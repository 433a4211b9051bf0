import type { NgramColumn } from "@corpulse/tokens";
import { notNegative } from "./not-negative.ts";
import type { SharedNgrams, Threshold } from "./shared-ngrams.ts";

/** In the table of how many further documents hold an n-gram: too many for a byte, or one of the most widespread. */
export const LOOK_UP = 255;

/** How widespread n-grams are. */
interface Spread {
  /** For each n-gram in how many further documents it is, in one byte, after a 0 for those that occur once. */
  readonly further: Uint8Array;
  /** The n-grams that are told apart, in the order of their list. */
  readonly listed: readonly number[];
}

function spreadOf(frequencies: Uint32Array, { least, room }: Threshold): Spread {
  const further = new Uint8Array(frequencies.length + 1);
  const most = Math.min(least - 1, LOOK_UP);
  const ids: number[] = [];
  let left = room;
  for (let id = 0; id < frequencies.length; id++) {
    const frequency = frequencies[id];
    further[id + 1] = frequency <= most ? frequency - 1 : LOOK_UP;
    if (frequency >= least && (frequency > least || left-- > 0)) ids.push(id);
  }
  const listed = ids.toSorted((one, other) => frequencies[other] - frequencies[one] || one - other);
  return { further, listed };
}

/** Occurrences of the n-grams that are told apart, one list after the other. */
interface Occurrences {
  /** By n-gram one more than its place among the lists, 0 when it has none. */
  readonly places: Uint16Array;
  readonly ends: Uint32Array;
  /** By place where its list goes on. */
  readonly next: Uint32Array;
}

function roomFor(listed: readonly number[], counts: Uint32Array): Occurrences {
  const places = new Uint16Array(counts.length);
  const next = new Uint32Array(listed.length + 1);
  let room = 0;
  for (let at = 0; at < listed.length; at++) {
    places[listed[at]] = at + 1;
    next[at] = room;
    room += counts[listed[at]];
  }
  return { places, next, ends: new Uint32Array(room) };
}

/** For each document in how many others its n-grams are, all occurrences added up; lists occurrences. */
function readDocuments(
  offsets: Uint32Array,
  { ids, order, documentFrequencies }: NgramColumn,
  { further, places, next, ends }: Occurrences & { readonly further: Uint8Array },
): Float64Array {
  const elsewhere = new Float64Array(offsets.length - 1);
  for (let document = 0; document < elsewhere.length; document++) {
    const end = offsets[document + 1];
    let sum = 0;
    for (let position = offsets[document] + order - 1; position < end; position++) {
      const held = further[notNegative(ids[position] + 1)];
      if (held < LOOK_UP) {
        sum += held;
        continue;
      }
      const id = ids[position];
      const place = places[id];
      sum += documentFrequencies[id] - 1;
      if (place > 0) ends[next[place - 1]++] = position;
    }
    elsewhere[document] = sum;
  }
  return elsewhere;
}

/** Takes off again what documents repeat: each of their n-grams counts once. */
function withoutRepeats(
  elsewhere: Float64Array,
  offsets: Uint32Array,
  { ids, documentFrequencies, repeats }: NgramColumn,
): void {
  let document = 0;
  for (let at = 0; at < repeats.length; at++) {
    const position = repeats[at];
    while (position >= offsets[document + 1]) document++;
    elsewhere[document] -= documentFrequencies[ids[position]] - 1;
  }
}

/** Reads what documents share, all of it in one reading of the column, by a table that stays in the cache. */
export function readShared(offsets: Uint32Array, column: NgramColumn, threshold: Threshold): SharedNgrams {
  const { counts, documentFrequencies } = column;
  const { further, listed } = spreadOf(documentFrequencies, threshold);
  const occurrences = roomFor(listed, counts);
  const elsewhere = readDocuments(offsets, column, { ...occurrences, further });
  withoutRepeats(elsewhere, offsets, column);
  const widespread = listed.map((id, at) => {
    const end = occurrences.next[at];
    return { documents: documentFrequencies[id], ends: occurrences.ends.subarray(end - counts[id], end) };
  });
  return { elsewhere, widespread };
}
