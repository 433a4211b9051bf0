/** How many bits a number of a bit set holds. */
export const BITS = 32;
const BITS_LOG = 5;

/** How many numbers hold so many bits. */
export const bitWords = (length: number): number => Math.ceil(length / BITS);

/** A bit for each position, all of them 0. */
export const bitSet = (length: number): Int32Array => new Int32Array(bitWords(length));

/** Sets the bits from `from` up to `to`, that one left out. */
export function setBits(bits: Int32Array, from: number, to: number): void {
  if (from >= to) return;
  const first = from >>> BITS_LOG;
  const last = (to - 1) >>> BITS_LOG;
  const head = -1 << from;
  const tail = -1 >>> (BITS - 1 - ((to - 1) & (BITS - 1)));
  if (first === last) bits[first] |= head & tail;
  else {
    bits[first] |= head;
    for (let at = first + 1; at < last; at++) bits[at] = -1;
    bits[last] |= tail;
  }
}
