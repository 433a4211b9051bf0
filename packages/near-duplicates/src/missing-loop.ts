import { type Memory, SharedMemory } from "@corpulse/tokens";
import { countMissing } from "./count-missing.ts";
import { loadSharedKernel } from "./load-shared-kernel.ts";

/** `countMissing` for columns in a memory: in WebAssembly where it is shared, and else in TypeScript, which gives the same. */
export function missingLoop(memory: Memory): typeof countMissing {
  if (!(memory instanceof SharedMemory)) return countMissing;
  const kernel = loadSharedKernel(memory);
  if (kernel === null) return countMissing;
  return (sets, pairs) => {
    const { first, second, missing } = pairs;
    const { column, starts, ends, repeatStarts, repeatEnds, table } = sets;
    const columns = [column.ids, column.repeats, starts, ends, repeatStarts, repeatEnds, table, first, second] as const;
    if (!memory.holds(missing, ...columns)) return countMissing(sets, pairs);
    const [ids, repeats, from, to, repeatsFrom, repeatsTo, standsAt, one, other] = columns.map((c) => c.byteOffset);
    const [at, end] = [missing.byteOffset, missing.byteOffset + missing.byteLength];
    kernel.countMissing(at, end, one, other, ids, repeats, from, to, repeatsFrom, repeatsTo, standsAt);
  };
}
