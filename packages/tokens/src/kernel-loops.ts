import { partShift } from "./deal-pairs.ts";
import { copyShift } from "./find-copies.ts";
import { loadNgramKernel } from "./load-ngram-kernel.ts";
import { NO_NGRAM } from "./ngram-column.ts";
import type { NgramLoops } from "./ngram-loops.ts";
import type { SharedMemory } from "./shared-memory.ts";

/** Where a column begins and where it ends. */
const bounds = ({ byteOffset, byteLength }: ArrayBufferView): [number, number] => [byteOffset, byteOffset + byteLength];

/** Loops of WebAssembly over columns in a shared memory, which leave columns elsewhere to others; `null` where there are none. */
export function kernelLoops(memory: SharedMemory, plain: NgramLoops): NgramLoops | null {
  const kernel = loadNgramKernel(memory);
  if (kernel === null) return null;
  const within = (...columns: readonly ArrayBufferView[]): boolean => columns.every((column) => memory.holds(column));
  return {
    tallyTokens(documents, target, used) {
      const { tokens, offsets, from, to } = documents;
      const { records, repeats, marks } = target;
      if (!within(tokens, offsets, records, repeats, marks)) return plain.tallyTokens(documents, target, used);
      const [begin, end] = bounds(offsets.subarray(from, to));
      const [counted, repeated, marked] = [records.byteOffset, repeats.byteOffset, marks.byteOffset];
      return kernel.tallyTokens(begin, end, tokens.byteOffset, counted, repeated, marked, used);
    },
    findCopies(search, runs, used) {
      const { tokens, offsets, from, to, slots } = search;
      const { starts, ends, sources } = runs;
      if (!within(tokens, offsets, slots, starts, ends, sources)) return plain.findCopies(search, runs, used);
      const [documents, shift] = [offsets.length - 1, copyShift(slots)];
      const columns = [offsets.byteOffset, tokens.byteOffset, slots.byteOffset] as const;
      const found = [starts.byteOffset, ends.byteOffset, sources.byteOffset] as const;
      return kernel.findCopies(from, to, documents, ...columns, shift, ...found, used);
    },
    writeStretches(offsets, runs, order, stretches) {
      const { starts, ends, sources } = runs;
      if (!within(offsets, starts, ends, sources, stretches))
        return plain.writeStretches(offsets, runs, order, stretches);
      const columns = [starts.byteOffset, ends.byteOffset, sources.byteOffset] as const;
      const documents = bounds(offsets.subarray(0, offsets.length - 1));
      const end = kernel.writeStretches(...documents, ...columns, starts.length, order, stretches.byteOffset);
      // An address is a number without a sign.
      return ((end >>> 0) - stretches.byteOffset) / Int32Array.BYTES_PER_ELEMENT;
    },
    chooseParts(pairs, sizes) {
      const { shorter, tokens, stretches, ids } = pairs;
      if (!within(shorter.ids, shorter.counts, tokens, stretches, ids, sizes)) return plain.chooseParts(pairs, sizes);
      const counts = shorter.order > 1 ? 0 : shorter.counts.byteOffset;
      const columns = [shorter.ids.byteOffset, counts, tokens.byteOffset, ids.byteOffset, sizes.byteOffset] as const;
      const end = kernel.chooseParts(...bounds(stretches), ...columns, partShift(sizes.length));
      ids.fill(NO_NGRAM, end);
    },
    writeItems(pairs, dealt) {
      const { shorter, tokens, stretches, ids } = pairs;
      const { items, ends } = dealt;
      if (!within(shorter.ids, tokens, stretches, ids, items, ends)) return plain.writeItems(pairs, dealt);
      const columns = [shorter.ids.byteOffset, tokens.byteOffset, ids.byteOffset] as const;
      kernel.writeItems(...bounds(stretches), ...columns, ends.byteOffset, items.byteOffset);
    },
    groupPairs(pairs, slots) {
      const { items, ends } = pairs;
      if (!within(items, ends, slots)) return plain.groupPairs(pairs, slots);
      kernel.groupPairs(...bounds(ends), items.byteOffset, slots.byteOffset);
    },
    numberNgrams(pairs, stretches, ids, sources) {
      const { items } = pairs;
      if (!within(stretches, ids, items, sources)) return plain.numberNgrams(pairs, stretches, ids, sources);
      return kernel.numberNgrams(...bounds(stretches), ids.byteOffset, items.byteOffset, sources.byteOffset);
    },
    joinGroups(pairs) {
      const { items, ends } = pairs;
      if (!within(items, ends)) return plain.joinGroups(pairs);
      kernel.joinGroups(...bounds(items.subarray(0, ends[ends.length - 1])));
    },
    settleIds(settling, stretches) {
      const { ids, items, counts, exclusive } = settling;
      if (!within(stretches, ids, items, counts, exclusive)) return plain.settleIds(settling, stretches);
      const columns = [ids.byteOffset, items.byteOffset, counts.byteOffset, exclusive.byteOffset] as const;
      return kernel.settleIds(...bounds(stretches), ...columns);
    },
    countCopies(ids, stretches, counts) {
      if (!within(stretches, ids, counts)) return plain.countCopies(ids, stretches, counts);
      kernel.countCopies(...bounds(stretches), ids.byteOffset, counts.byteOffset);
    },
    findRepeats(positions, search, repeats) {
      const { ids, offsets } = positions;
      const { marks, most, slots } = search;
      if (!within(ids, offsets, marks, slots, repeats)) return plain.findRepeats(positions, search, repeats);
      const [first, last] = bounds(marks);
      return kernel.findRepeats(
        ids.byteOffset,
        offsets.byteOffset,
        first,
        last,
        most,
        slots.byteOffset,
        repeats.byteOffset,
      );
    },
    countDocuments(column, offsets, target) {
      const { ids, repeats } = column;
      const { documentFrequencies, exclusive } = target;
      if (!within(ids, repeats, offsets, documentFrequencies, exclusive))
        return plain.countDocuments(column, offsets, target);
      const columns = [
        ids.byteOffset,
        offsets.byteOffset,
        documentFrequencies.byteOffset,
        exclusive.byteOffset,
      ] as const;
      kernel.countDocuments(...bounds(repeats), ...columns);
    },
  };
}
