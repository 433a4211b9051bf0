/** The finaliser of MurmurHash3 (Appleby 2011, public domain algorithm): every input bit changes half of the output bits. */
export function mix(hash: number): number {
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/**
 * A 32-bit hash of a slice of a text: MurmurHash3 (x86 form), a block for each UTF-16 code unit. `kind`, its seed, keeps words
 * apart from n-grams that are spelt alike.
 */
export function featureHash(text: string, start: number, end: number, kind: number): number {
  let hash = kind;
  for (let index = start; index < end; index++) {
    const block = Math.imul(text.charCodeAt(index), 0xcc9e2d51);
    hash ^= Math.imul((block << 15) | (block >>> 17), 0x1b873593);
    hash = Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64;
  }
  return mix(hash ^ ((end - start) * 4));
}
