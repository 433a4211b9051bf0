import type { NgramColumn } from "@corpulse/tokens";

/** How often the document that is being read has repeated an n-gram so far. */
const REPEATS = 0;
/** How often any document before has but the one that repeats it most. */
const SECOND = 1;
/** How often that one has. */
const LARGEST = 2;
/** Numbers of an n-gram. They are met at random: one cache miss, because they lie side by side. */
const RECORD = 3;

/** Ends the list of what a document repeats. */
const NO_RECORD = -1;

/** What the repeats of documents are counted with, column after column. */
export interface RepeatCounts {
  /** By n-gram its record, all of them 0 between columns. */
  readonly records: Uint16Array | Uint32Array;
  /** The records of what a document repeats. */
  readonly met: Int32Array;
  /** A record and the document that has repeated its n-gram more often than all before, again and again. */
  readonly owners: number[];
}

/** Room for each of some columns, of documents that have no more than `longest` tokens. */
export function repeatCounts(columns: readonly NgramColumn[], longest: number): RepeatCounts {
  const size = RECORD * columns.reduce((most, { counts }) => Math.max(most, counts.length), 0);
  // No document repeats more than it has: 16 bits are enough for nearly all, and more of the records stay in the cache.
  const records = longest < 2 ** 16 ? new Uint16Array(size) : new Uint32Array(size);
  return { records, met: new Int32Array(longest + 1), owners: [] };
}

/** Counts the repeats that stand before a token, those of one document, from one place of the list on; gives the next place. */
export function countRepeats(
  { ids, repeats }: NgramColumn,
  from: number,
  end: number,
  { records, met }: RepeatCounts,
): number {
  let used = 0;
  let next = from;
  for (; next < repeats.length; next++) {
    const position = repeats[next];
    if (position >= end) break;
    const record = Math.imul(ids[position], RECORD);
    const before = records[record + REPEATS];
    records[record + REPEATS] = before + 1;
    // Without a branch, which would often be guessed wrong: the place is only left behind by the first repeat of an n-gram.
    met[used] = record;
    used = (used + ((before - 1) >>> 31)) | 0;
  }
  met[used] = NO_RECORD;
  return next;
}

/** Compares what a document repeats with what those before it do. */
export function settleRepeats(document: number, { records, met, owners }: RepeatCounts): void {
  for (let at = 0, record = met[0]; record !== NO_RECORD; record = met[++at]) {
    const count = records[record + REPEATS];
    records[record + REPEATS] = 0;
    if (count <= records[record + SECOND]) continue;
    const largest = records[record + LARGEST];
    records[record + SECOND] = Math.min(count, largest);
    if (count <= largest) continue;
    records[record + LARGEST] = count;
    owners.push(record, document);
  }
}

/** Takes off each document what it repeats more often than any other does, and clears the records. */
export function takeOffOwn(matches: Uint32Array, { records, owners }: RepeatCounts): void {
  while (owners.length > 0) {
    const document = owners.pop() ?? 0;
    const record = owners.pop() ?? 0;
    // Of the documents that owned an n-gram one after the other, the last one does.
    matches[document] -= records[record + LARGEST] - records[record + SECOND];
    records[record + LARGEST] = 0;
    records[record + SECOND] = 0;
  }
}
