/** The finaliser of MurmurHash3 (Appleby 2011, public domain algorithm): every input bit changes half of the output bits. */
export function mix(hash: number): number {
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** A block of MurmurHash3, scrambled for {@link absorb}. */
export function scramble(block: number): number {
  block = Math.imul(block, 0xcc9e2d51);
  return Math.imul((block << 15) | (block >>> 17), 0x1b873593);
}

/** The state of MurmurHash3 (x86 form) after one more block, a scrambled one. */
export function absorb(hash: number, scrambled: number): number {
  hash ^= scrambled;
  return (Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64) | 0;
}

/**
 * A 32-bit hash of a text: MurmurHash3, a block for each UTF-16 code unit. `kind`, its seed, keeps words apart from n-grams
 * that are spelt alike.
 */
export function featureHash(text: string, kind: number): number {
  let hash = kind;
  for (let index = 0; index < text.length; index++) hash = absorb(hash, scramble(text.charCodeAt(index)));
  return mix(hash ^ (text.length * 4));
}
