import { documentCount, type Memory, type NgramIndex, uint32 } from "@corpulse/tokens";
import { KnownSets } from "./known-sets.ts";
import { type ShingleColumn, shingleColumn } from "./shingle-column.ts";
import type { Shingle } from "./shingle.ts";

/**
 * The different shingle sets of a corpus. Documents with equal sets share one, so that a text copied a thousand times is
 * compared once. Sets are numbered by the first document that has them, and are read where its shingles stand: a copy of
 * the column would take more time than what it is read for.
 */
export interface ShingleSets {
  /** Where all of it lies, unless the column was cut anew. */
  readonly memory: Memory;
  readonly column: ShingleColumn;
  /** Set `s` is what `column.ids.subarray(starts[s], ends[s])` holds; an id below 0 is of a shingle that no other document has. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** Those of them that the set holds already: `column.repeats.subarray(repeatStarts[s], repeatEnds[s])`. */
  readonly repeatStarts: Uint32Array;
  readonly repeatEnds: Uint32Array;
  /** How many shingles each set has. */
  readonly sizes: Uint32Array;
  /** How many of them some other document has, which may have the same set. */
  readonly shared: Uint32Array;
  /** The set of each document. */
  readonly setOf: Uint32Array;
  /** The first document of each set. */
  readonly firstDocument: Uint32Array;
  /**
   * A number for each shingle, for one use after the other, which each begin by clearing it: fresh memory takes more time
   * than what most of them do with it.
   */
  readonly table: Uint32Array;
}

/**
 * Cuts every document into its set of shingles. A document shorter than a shingle has one, all of it, which equals the
 * shingle of no longer document and stands in no column. `firstCopyOf` names the first exact copy of each document.
 */
export function shingleSets(index: NgramIndex, shingle: Shingle, firstCopyOf: Uint32Array): ShingleSets {
  const { memory } = index;
  const column = shingleColumn(index, shingle);
  const { size, offsets, repeats, exclusive } = column;
  const documents = documentCount(index.corpus);
  const [starts, ends, repeatStarts, repeatEnds, sizes, shared, setOf, firstDocument] = Array.from({ length: 8 }, () =>
    uint32(memory, documents),
  );
  const table = uint32(memory, column.documentFrequencies.length);
  const sets = { memory, column, table, starts, ends, repeatStarts, repeatEnds, sizes, shared, setOf, firstDocument };
  const known = new KnownSets(sets);
  let count = 0;
  let repeat = 0;
  // Compiled once, as a function: a loop would be wherever it is entered and left.
  firstCopyOf.forEach((firstCopy, document) => {
    const end = offsets[document + 1];
    const length = end - offsets[document];
    const firstRepeat = repeat;
    while (repeat < repeats.length && repeats[repeat] < end) repeat++;
    if (firstCopy !== document) {
      setOf[document] = setOf[firstCopy];
      return;
    }
    const start = Math.min(offsets[document] + size - 1, end);
    firstDocument[count] = document;
    starts[count] = start;
    ends[count] = end;
    repeatStarts[count] = firstRepeat;
    repeatEnds[count] = repeat;
    sizes[count] = length > 0 && length < size ? 1 : end - start - (repeat - firstRepeat);
    shared[count] = length < size ? 0 : sizes[count] - exclusive[document];
    // With a shingle that no other document has, or without any, a set has no equal.
    const set = length === 0 || exclusive[document] > 0 ? count : known.firstEqual(count);
    setOf[document] = set;
    if (set === count) count++;
  });
  return {
    memory,
    column,
    table,
    starts: starts.subarray(0, count),
    ends: ends.subarray(0, count),
    repeatStarts: repeatStarts.subarray(0, count),
    repeatEnds: repeatEnds.subarray(0, count),
    sizes: sizes.subarray(0, count),
    shared: shared.subarray(0, count),
    setOf,
    firstDocument: firstDocument.subarray(0, count),
  };
}
