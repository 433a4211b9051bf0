import type { CodeUnits } from "./code-units.ts";

/** How many 32-bit words of `fingerprints` belong to a document. */
export const FINGERPRINT_WORDS = 4;

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

/** Pairs of code units of a block: 128 bits. */
const BLOCK = 4;

/** How many whole blocks so many units have. */
const wholeBlocks = (units: number): number => units >> 3;

const scramble1 = (word: number): number => Math.imul(rotate(Math.imul(word, C1), 15), C2);
const scramble2 = (word: number): number => Math.imul(rotate(Math.imul(word, C2), 16), C3);
const scramble3 = (word: number): number => Math.imul(rotate(Math.imul(word, C3), 17), C4);
const scramble4 = (word: number): number => Math.imul(rotate(Math.imul(word, C4), 18), C1);

/** Hashes the whole blocks of a text into four numbers. */
function hashBlocks({ pairs, length }: CodeUnits, hashes: Int32Array): void {
  let [h1, h2, h3, h4] = hashes;
  const end = wholeBlocks(length) * BLOCK;
  for (let index = 0; index < end; index += BLOCK) {
    h1 ^= scramble1(pairs[index]);
    h1 = (Math.imul((rotate(h1, 19) + h2) | 0, 5) + 0x561ccd1b) | 0;
    h2 ^= scramble2(pairs[index + 1]);
    h2 = (Math.imul((rotate(h2, 17) + h3) | 0, 5) + 0x0bcaa747) | 0;
    h3 ^= scramble3(pairs[index + 2]);
    h3 = (Math.imul((rotate(h3, 15) + h4) | 0, 5) + 0x96cd1c35) | 0;
    h4 ^= scramble4(pairs[index + 3]);
    h4 = (Math.imul((rotate(h4, 13) + h1) | 0, 5) + 0x32ac3b17) | 0;
  }
  hashes[0] = h1;
  hashes[1] = h2;
  hashes[2] = h3;
  hashes[3] = h4;
}

const hashes = new Int32Array(FINGERPRINT_WORDS);

/**
 * Writes the 128-bit MurmurHash3 (x86 form, seed 0) of a text's UTF-16 code units, low byte first, into `target` from `at` on.
 * Two texts with equal fingerprints are equal but for one chance in 10²⁶ in a corpus of a million; unlike a hash of UTF-8
 * bytes it tells lone surrogates apart.
 *
 * Source: Appleby, MurmurHash3, 2011 (public domain algorithm).
 */
export function writeFingerprint(text: CodeUnits, target: Uint32Array, at: number): void {
  hashes.fill(0);
  hashBlocks(text, hashes);
  const { units, length } = text;
  const tail = wholeBlocks(length) * BLOCK;
  const bytes = length * 2;
  // Zeros stand behind the text.
  const pair = (index: number): number => units[index * 2] | (units[index * 2 + 1] << 16);
  let h1 = hashes[0] ^ scramble1(pair(tail)) ^ bytes;
  let h2 = hashes[1] ^ scramble2(pair(tail + 1)) ^ bytes;
  let h3 = hashes[2] ^ scramble3(pair(tail + 2)) ^ bytes;
  let h4 = hashes[3] ^ scramble4(pair(tail + 3)) ^ bytes;
  h1 = (h1 + h2 + h3 + h4) | 0;
  h2 = (h2 + h1) | 0;
  h3 = (h3 + h1) | 0;
  h4 = (h4 + h1) | 0;
  h1 = mix(h1);
  h2 = mix(h2);
  h3 = mix(h3);
  h4 = mix(h4);
  h1 = (h1 + h2 + h3 + h4) | 0;
  target[at] = h1;
  target[at + 1] = h2 + h1;
  target[at + 2] = h3 + h1;
  target[at + 3] = h4 + h1;
}
