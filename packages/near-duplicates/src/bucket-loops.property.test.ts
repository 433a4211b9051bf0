import * as fc from "fast-check";
import { expect, test } from "vitest";
import { ALONE, type BucketLoops, bucketLoops } from "./bucket-loops.ts";
import { loadKernel } from "./load-kernel.ts";

/** Where everything stands, in bytes. */
const KEYS = 0;
const SLOTS = 8192;
const SIZES = 16_384;
const SHARING = 24_576;
const FOUND = 32_768;
const BYTES = 65_536;

const BANDS = 3;
const LEAST = 3;

/** Numbers the buckets of all bands in one memory, and finds the large ones. */
function run(loops: BucketLoops, buffer: ArrayBuffer, rows: readonly (readonly number[])[]): unknown {
  const words = new Int32Array(buffer);
  words.fill(-7);
  new Uint8Array(buffer, SHARING, rows.length).fill(0);
  words.set(rows.flat(), KEYS / 4);
  const end = KEYS + rows.length * BANDS * 4;
  const slotsEnd = SLOTS + 8 * 2 ** Math.ceil(Math.log2(rows.length + 2));
  let buckets = 0;
  for (let band = 0; band < BANDS && rows.length > 0; band++) {
    buckets = loops.numberBand(KEYS + band * 4, end, BANDS * 4, SLOTS, slotsEnd, SIZES, SHARING, buckets);
  }
  const count = loops.findLarge(KEYS, end, SIZES, LEAST, FOUND);
  return {
    bucketOf: [...words.subarray(KEYS / 4, end / 4)],
    sizes: [...words.subarray(SIZES / 4, SIZES / 4 + buckets)],
    sharing: [...new Uint8Array(buffer, SHARING, rows.length)],
    large: [...words.subarray(FOUND / 4, FOUND / 4 + count)],
  };
}

/** The same by asking every place about every other. */
function slowly(rows: readonly (readonly number[])[]): unknown {
  const bucketOf = rows.flatMap((row) => row.map(() => ALONE));
  const sizes: number[] = [];
  for (let band = 0; band < BANDS; band++) {
    for (const [place, row] of rows.entries()) {
      const same = [...rows.keys()].filter((other) => rows[other][band] === row[band]);
      if (same.length === 1) continue;
      bucketOf[place * BANDS + band] = same[0] === place ? sizes.length : bucketOf[same[0] * BANDS + band];
      if (same[0] === place) sizes.push(same.length);
    }
  }
  return {
    bucketOf,
    sizes,
    sharing: rows.map((row, place) => (row.some((_, band) => bucketOf[place * BANDS + band] !== ALONE) ? 1 : 0)),
    large: [...bucketOf.keys()].filter((at) => sizes[bucketOf[at]] >= LEAST).map((at) => at * 4),
  };
}

/** Keys that come often, and some that fall into one slot. */
const key = fc.oneof(
  fc.integer({ min: -4, max: 30 }),
  fc.nat(20).map((high) => (high << 24) | 5),
);
const keys = fc.array(fc.array(key, { minLength: BANDS, maxLength: BANDS }), { maxLength: 80, size: "max" });

test("the kernel and the loops in TypeScript number the buckets that places share", () => {
  const simd = loadKernel(BYTES);
  if (simd === null) throw new Error("the test needs SIMD");
  const plain = new ArrayBuffer(BYTES);
  const loops = bucketLoops(plain);
  fc.assert(
    fc.property(keys, (rows) => {
      const expected = slowly(rows);
      expect(run(loops, plain, rows)).toEqual(expected);
      expect(run(simd.exports, simd.memory.buffer, rows)).toEqual(expected);
    }),
    { numRuns: 500, seed: 1 },
  );
});
