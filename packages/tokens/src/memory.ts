/** Where columns lie: memory of one thread, or a `SharedMemory`, in which kernels count them. */
export interface Memory {
  /** So many bytes, all of them 0, that begin where a number of 32 bits may. */
  readonly take: (bytes: number) => Uint8Array;
}

/**
 * Memory of one thread alone.
 *
 * @example
 * ```ts
 * import { ownMemory } from "@corpulse/tokens";
 *
 * ownMemory.take(3); // Uint8Array [0, 0, 0]
 * ```
 */
export const ownMemory: Memory = { take: (bytes) => new Uint8Array(bytes) };

/**
 * So many zeros in a memory.
 *
 * @example
 * ```ts
 * import { int32, ownMemory } from "@corpulse/tokens";
 *
 * int32(ownMemory, 2); // Int32Array [0, 0]
 * ```
 */
export function int32(memory: Memory, length: number): Int32Array {
  const { buffer, byteOffset } = memory.take(length * Int32Array.BYTES_PER_ELEMENT);
  return new Int32Array(buffer, byteOffset, length);
}

/**
 * So many zeros in a memory.
 *
 * @example
 * ```ts
 * import { ownMemory, uint32 } from "@corpulse/tokens";
 *
 * uint32(ownMemory, 2); // Uint32Array [0, 0]
 * ```
 */
export function uint32(memory: Memory, length: number): Uint32Array {
  const { buffer, byteOffset } = memory.take(length * Uint32Array.BYTES_PER_ELEMENT);
  return new Uint32Array(buffer, byteOffset, length);
}
