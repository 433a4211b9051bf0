const rotate = (x: number, by: number): number => (x << by) | (x >>> (32 - by));

function mix(hash: number): number {
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

const C1 = 0x239b961b;
const C2 = 0xab0e9789;
const C3 = 0x38b34ae5;
const C4 = 0xa1e38b93;

/** 32 bits of the text: two UTF-16 code units, zero beyond the end. */
function word(text: string, index: number): number {
  const low = index < text.length ? text.charCodeAt(index) : 0;
  const high = index + 1 < text.length ? text.charCodeAt(index + 1) : 0;
  return low | (high << 16);
}

/**
 * Writes the 128-bit MurmurHash3 (x86 form) of a text's UTF-16 code units into `target` from `at` on. Two texts with equal
 * fingerprints are equal but for one chance in 10²⁶ in a corpus of a million; unlike a hash of UTF-8 bytes it tells lone
 * surrogates apart.
 *
 * Source: Appleby, MurmurHash3, 2011 (public domain algorithm).
 */
export function writeFingerprint(text: string, target: Uint32Array, at: number): void {
  let h1 = 0;
  let h2 = 0;
  let h3 = 0;
  let h4 = 0;
  for (let index = 0; index < text.length; index += 8) {
    h1 ^= Math.imul(rotate(Math.imul(word(text, index), C1), 15), C2);
    h1 = Math.imul(rotate(h1, 19) + h2, 5) + 0x561ccd1b;
    h2 ^= Math.imul(rotate(Math.imul(word(text, index + 2), C2), 16), C3);
    h2 = Math.imul(rotate(h2, 17) + h3, 5) + 0x0bcaa747;
    h3 ^= Math.imul(rotate(Math.imul(word(text, index + 4), C3), 17), C4);
    h3 = Math.imul(rotate(h3, 15) + h4, 5) + 0x96cd1c35;
    h4 ^= Math.imul(rotate(Math.imul(word(text, index + 6), C4), 18), C1);
    h4 = Math.imul(rotate(h4, 13) + h1, 5) + 0x32ac3b17;
  }
  h1 ^= text.length;
  h2 ^= text.length;
  h3 ^= text.length;
  h4 ^= text.length;
  h1 = mix(h1 + h2 + h3 + h4);
  h2 = mix(h2 + h1);
  h3 = mix(h3 + h1 + h2);
  h4 = mix(h4 + h1 + h2 + h3);
  target[at] = h1 + h2 + h3 + h4;
  target[at + 1] = h2 + h1;
  target[at + 2] = h3 + h1;
  target[at + 3] = h4 + h1;
}
