/** Where columns lie: memory of one thread, or a `SharedMemory`, in which kernels count them. */
export interface Memory {
  /** So many bytes, all of them 0, that begin where a number of 32 bits may. */
  readonly take: (bytes: number) => Uint8Array;
}

/** Memory of this thread alone. */
export const ownMemory: Memory = { take: (bytes) => new Uint8Array(bytes) };

/** So many zeros. */
export function int32(memory: Memory, length: number): Int32Array {
  const { buffer, byteOffset } = memory.take(length * Int32Array.BYTES_PER_ELEMENT);
  return new Int32Array(buffer, byteOffset, length);
}

/** So many zeros. */
export function uint32(memory: Memory, length: number): Uint32Array {
  const { buffer, byteOffset } = memory.take(length * Uint32Array.BYTES_PER_ELEMENT);
  return new Uint32Array(buffer, byteOffset, length);
}
