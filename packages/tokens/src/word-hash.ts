/** What the hash of a word begins with: an integer of 32 bits with its sign, as all that follow are. */
export const EMPTY_HASH: number = 0x811c9dc5 | 0;

/** Takes the next code unit of a word into its hash (FNV-1a). */
export const hashUnit = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);

/** The hash of a word all of whose units are taken in: spread over all bits. */
export function wordHash(hash: number): number {
  const spread = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return spread ^ (spread >>> 12);
}
