import { BITS } from "./bits.ts";
import { partShift } from "./deal-pairs.ts";
import { copyShift } from "./find-copies.ts";
import { loadNgramKernel } from "./load-ngram-kernel.ts";
import { NO_NGRAM } from "./ngram-column.ts";
import type { NgramLoops } from "./ngram-loops.ts";
import { END, freshIn, STRETCH } from "./ngram-stretches.ts";
import type { SharedMemory } from "./shared-memory.ts";

/** Where a column begins and where it ends. */
const bounds = ({ byteOffset, byteLength }: ArrayBufferView): [number, number] => [byteOffset, byteOffset + byteLength];

/**
 * So many numbers of a column, or so many stretches, are read by one call: what the engine has compiled anew while the first call
 * ran is of use from the next one on.
 */
const NUMBERS_A_CALL = 1 << 15;
const STRETCHES_A_CALL = 1 << 11;
const PARTS_A_CALL = 1 << 4;

/** The parts of a column, so many numbers each. */
function partsOf(column: Int32Array, size: number): Int32Array[] {
  const calls = Math.ceil(column.length / size);
  return Array.from({ length: calls }, (_, call) => column.subarray(call * size, (call + 1) * size));
}

const stretchesOf = (stretches: Int32Array): Int32Array[] => partsOf(stretches, STRETCHES_A_CALL * STRETCH);

/** Loops of WebAssembly over columns in a shared memory, which leave columns elsewhere to others; `null` where there are none. */
export function kernelLoops(memory: SharedMemory, plain: NgramLoops): NgramLoops | null {
  const kernel = loadNgramKernel(memory);
  if (kernel === null) return null;
  return {
    tallyTokens(documents, target, used) {
      const { tokens, offsets, from, to } = documents;
      const { records, repeats, marks } = target;
      if (!memory.holds(tokens, offsets, records, repeats, marks)) return plain.tallyTokens(documents, target, used);
      const [begin, end] = bounds(offsets.subarray(from, to));
      const [counted, repeated, marked] = [records.byteOffset, repeats.byteOffset, marks.byteOffset];
      return kernel.tallyTokens(begin, end, tokens.byteOffset, counted, repeated, marked, used);
    },
    findCopies(search, runs, used) {
      const { tokens, offsets, from, to, slots } = search;
      const { starts, ends, sources } = runs;
      if (!memory.holds(tokens, offsets, slots, starts, ends, sources)) return plain.findCopies(search, runs, used);
      const [documents, shift] = [offsets.length - 1, copyShift(slots)];
      const columns = [offsets.byteOffset, tokens.byteOffset, slots.byteOffset] as const;
      const found = [starts.byteOffset, ends.byteOffset, sources.byteOffset] as const;
      return kernel.findCopies(from, to, documents, ...columns, shift, ...found, used);
    },
    writeStretches(offsets, runs, order, stretches) {
      const { starts, ends, sources } = runs;
      if (!memory.holds(offsets, starts, ends, sources, stretches))
        return plain.writeStretches(offsets, runs, order, stretches);
      const columns = [starts.byteOffset, ends.byteOffset, sources.byteOffset] as const;
      const documents = bounds(offsets.subarray(0, offsets.length - 1));
      const end = kernel.writeStretches(...documents, ...columns, starts.length, order, stretches.byteOffset);
      // An address is a number without a sign.
      return ((end >>> 0) - stretches.byteOffset) / Int32Array.BYTES_PER_ELEMENT;
    },
    chooseParts(pairs, sizes) {
      const { shorter, tokens, stretches, ids } = pairs;
      if (!memory.holds(shorter.ids, shorter.counts, tokens, stretches, ids, sizes))
        return plain.chooseParts(pairs, sizes);
      const counts = shorter.order > 1 ? 0 : shorter.counts.byteOffset;
      const columns = [shorter.ids.byteOffset, counts, tokens.byteOffset, ids.byteOffset, sizes.byteOffset] as const;
      const shift = partShift(sizes.length);
      let next = 0;
      let once = 0;
      for (const some of stretchesOf(stretches)) {
        once = kernel.chooseParts(...bounds(some), ...columns, shift, next, once);
        next = some[some.length - STRETCH + END];
      }
      ids.fill(NO_NGRAM, next);
    },
    writeItems(pairs, dealt) {
      const { shorter, tokens, stretches, ids } = pairs;
      const { items, ends } = dealt;
      if (!memory.holds(shorter.ids, tokens, stretches, ids, items, ends)) return plain.writeItems(pairs, dealt);
      const columns = [shorter.ids.byteOffset, tokens.byteOffset, ids.byteOffset] as const;
      for (const some of stretchesOf(stretches)) {
        kernel.writeItems(...bounds(some), ...columns, ends.byteOffset, items.byteOffset);
      }
    },
    groupPairs(pairs, slots) {
      const { items, ends } = pairs;
      if (!memory.holds(items, ends, slots)) return plain.groupPairs(pairs, slots);
      let from = items.byteOffset;
      for (const some of partsOf(ends, PARTS_A_CALL)) {
        kernel.groupPairs(...bounds(some), from, items.byteOffset, slots.byteOffset);
        from = items.byteOffset + some[some.length - 1] * Int32Array.BYTES_PER_ELEMENT;
      }
    },
    numberNgrams(pairs, stretches, ids, sources) {
      const { items } = pairs;
      if (!memory.holds(stretches, ids, items, sources)) return plain.numberNgrams(pairs, stretches, ids, sources);
      const columns = [ids.byteOffset, items.byteOffset, sources.byteOffset] as const;
      let once = 0;
      let size = 0;
      for (const some of stretchesOf(stretches)) {
        size = kernel.numberNgrams(...bounds(some), ...columns, once, size);
        once += freshIn(some);
      }
      return size;
    },
    joinGroups(pairs) {
      const { items, ends } = pairs;
      if (!memory.holds(items, ends)) return plain.joinGroups(pairs);
      for (const some of partsOf(items.subarray(0, ends[ends.length - 1]), NUMBERS_A_CALL)) {
        kernel.joinGroups(...bounds(some), items.byteOffset);
      }
    },
    settleIds(settling, stretches) {
      const { ids, items, counts, exclusive } = settling;
      if (!memory.holds(stretches, ids, items, counts, exclusive)) return plain.settleIds(settling, stretches);
      const columns = [ids.byteOffset, items.byteOffset, counts.byteOffset, exclusive.byteOffset] as const;
      return stretchesOf(stretches).reduce((once, some) => once + kernel.settleIds(...bounds(some), ...columns), 0);
    },
    countCopies(ids, stretches, counts) {
      if (!memory.holds(stretches, ids, counts)) return plain.countCopies(ids, stretches, counts);
      for (const some of stretchesOf(stretches)) kernel.countCopies(...bounds(some), ids.byteOffset, counts.byteOffset);
    },
    findRepeats(positions, search, repeats) {
      const { ids, offsets } = positions;
      const { marks, most, slots } = search;
      if (!memory.holds(ids, offsets, marks, slots, repeats)) return plain.findRepeats(positions, search, repeats);
      const columns = [marks.byteOffset, ids.byteOffset, offsets.byteOffset] as const;
      let used = 0;
      let before = 0;
      for (const some of partsOf(marks, NUMBERS_A_CALL / BITS)) {
        const last = some[some.length - 1];
        const to = repeats.byteOffset + used * Int32Array.BYTES_PER_ELEMENT;
        const documents = offsets.length - 1;
        used += kernel.findRepeats(...bounds(some), before, ...columns, documents, most, slots.byteOffset, to);
        before = last;
      }
      return used;
    },
    countDocuments(column, offsets, target) {
      const { ids, repeats } = column;
      const { documentFrequencies, exclusive } = target;
      if (!memory.holds(ids, repeats, offsets, documentFrequencies, exclusive))
        return plain.countDocuments(column, offsets, target);
      const columns = [ids.byteOffset, offsets.byteOffset] as const;
      const counted = [documentFrequencies.byteOffset, exclusive.byteOffset] as const;
      for (const some of partsOf(repeats, NUMBERS_A_CALL)) {
        kernel.countDocuments(...bounds(some), ...columns, offsets.length - 1, ...counted);
      }
    },
  };
}
