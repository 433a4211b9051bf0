import type { KernelIn } from "./kernel-in.ts";

/** What the kernel deals numbers out with. */
const COUNTS_BYTES = 8192;

/** Numbers that are not negative, sorted: by the kernel where there is one, when what this gives is overwritten by its next use. */
export function sortedNumbers(numbers: Float64Array, kernel: KernelIn | null): Float64Array {
  const size = numbers.byteLength;
  const room = size === 0 ? null : kernel?.zeros(2 * size + COUNTS_BYTES);
  if (!kernel || !room) return numbers.toSorted();
  const [sorted, counts] = [room.byteOffset + size, room.byteOffset + 2 * size];
  new Float64Array(room.buffer, room.byteOffset, numbers.length).set(numbers);
  kernel.functions.sortNumbers(room.byteOffset, sorted, sorted, counts);
  return new Float64Array(room.buffer, sorted, numbers.length);
}
