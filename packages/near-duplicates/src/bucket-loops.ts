/* oxlint-disable max-params -- what WebAssembly takes is numbers, and these stand in for it. */

/** Stands for a bucket that would hold one place alone. */
export const ALONE = -1;

/** Passes over the keys of bands in one memory; addresses, strides and what is found count bytes. */
export interface BucketLoops {
  /**
   * Replaces the keys of one band by the numbers of their buckets, from `bucket` on, or by `ALONE`. Buckets get their sizes,
   * and every place of one a byte of 1. Between `slots` and `slotsEnd`, a power of two apart, is room for eight bytes for each
   * place and more. Gives the number of the next bucket.
   */
  readonly numberBand: (
    keys: number,
    end: number,
    stride: number,
    slots: number,
    slotsEnd: number,
    sizes: number,
    sharing: number,
    bucket: number,
  ) => number;
  /** Writes where buckets stand that have `least` places or more, from `at` on. Says how many do. */
  readonly findLarge: (at: number, end: number, sizes: number, least: number, target: number) => number;
}

const WORD = Int32Array.BYTES_PER_ELEMENT;

/** Words of a slot: how many places have its key, 0 for an empty slot, or later `NUMBERED` less its bucket; and the key. */
const SLOT = 2;
const NUMBERED = -1;

/** The passes the way of the kernel where there is none. */
export function bucketLoops(buffer: ArrayBuffer): BucketLoops {
  const words = new Int32Array(buffer, 0, Math.floor(buffer.byteLength / WORD));
  const bytes = new Uint8Array(buffer);
  return {
    numberBand(keys, end, stride, slots, slotsEnd, sizes, sharing, bucket) {
      const from = slots / WORD;
      const mask = (slotsEnd - slots) / WORD - 1;
      words.fill(0, from, slotsEnd / WORD);
      for (let at = keys; at < end; at += stride) {
        const key = words[at / WORD];
        let slot = ((key ^ (key >>> 16)) << 1) & mask;
        while (words[from + slot] !== 0 && words[from + slot + 1] !== key) slot = (slot + SLOT) & mask;
        words[from + slot]++;
        words[from + slot + 1] = key;
        words[at / WORD] = from + slot;
      }
      for (let at = keys, place = sharing; at < end; at += stride, place++) {
        const slot = words[at / WORD];
        const count = words[slot];
        words[at / WORD] = ALONE;
        if (count === 1) continue;
        if (count > 1) {
          words[sizes / WORD + bucket] = count;
          words[slot] = NUMBERED - bucket++;
        }
        words[at / WORD] = NUMBERED - words[slot];
        bytes[place] = 1;
      }
      return bucket;
    },
    findLarge(at, end, sizes, least, target) {
      let to = target / WORD;
      for (let from = at; from < end; from += WORD) {
        const bucket = words[from / WORD];
        if (bucket !== ALONE && words[sizes / WORD + bucket] >= least) words[to++] = from - at;
      }
      return to - target / WORD;
    },
  };
}
