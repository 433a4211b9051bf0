/**
 * So many numbers are read by one call: what the kernel compiles anew while it runs is of use from the next call on.
 */
const PIECE_BYTES = 2 ** 17;

/** Where pieces of a column begin and end. */
export function* piecesOf({ byteOffset, byteLength }: ArrayBufferView): Iterable<readonly [number, number]> {
  const end = byteOffset + byteLength;
  for (let at = byteOffset; at < end; at += PIECE_BYTES) yield [at, Math.min(end, at + PIECE_BYTES)];
}
