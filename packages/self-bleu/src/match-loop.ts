import { type Memory, SharedMemory, uint32 } from "@corpulse/tokens";
import { loadMatchKernel } from "./load-match-kernel.ts";
import { ownMatches } from "./own-matches.ts";

/** Where a column begins and where it ends. */
const bounds = ({ byteOffset, byteLength }: ArrayBufferView): [number, number] => [byteOffset, byteOffset + byteLength];

/** `ownMatches` for columns in a memory: in WebAssembly where it is shared, and else in TypeScript, which gives the same. */
export function matchLoop(memory: Memory): typeof ownMatches {
  if (!(memory instanceof SharedMemory)) return ownMatches;
  const kernel = loadMatchKernel(memory);
  if (kernel === null) return ownMatches;
  return (column, offsets, repeated) => {
    const { order, ids, counts, repeats, exclusive } = column;
    const { places, records } = repeated;
    const matches = uint32(memory, exclusive.length);
    const columns = [offsets, exclusive, ids, repeats, places, records, matches];
    if (!memory.holds(...columns)) return ownMatches(column, offsets, repeated);
    const documents = bounds(offsets.subarray(0, exclusive.length));
    const used = bounds(places.subarray(0, counts.length));
    const read = [exclusive.byteOffset, ids.byteOffset, ...bounds(repeats)] as const;
    kernel.ownMatches(...documents, order, ...read, ...used, records.byteOffset, matches.byteOffset);
    return matches;
  };
}
