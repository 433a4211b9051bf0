import * as fc from "fast-check";
import { expect, test } from "vitest";
import { familyLoops, type FamilyLoops } from "./family-loops.ts";
import { type KernelExports, loadKernel } from "./load-kernel.ts";

const SHINGLES = 64;

/** Where everything stands, in bytes: what was written and the addresses of what the kernel looks up come first. */
const WRITTEN = 8192;
const ADDRESSES = 8200;
const LEVELS = 8320;
const HEADS = 8448;
const SEEN = 8704;
const IDS = 8832;
const TARGET = 16_384;
const BYTES = 65_536;

/** Steps on a memory of zeros, and what they leave in it. */
function run(loops: (buffer: ArrayBuffer) => FamilyLoops, buffer: ArrayBuffer, sets: readonly number[][]): unknown {
  const words = new Int32Array(buffer);
  words[ADDRESSES / 4] = LEVELS;
  words[(ADDRESSES + 20) / 4] = HEADS;
  const { countHolders, takeCommon, numberShingles, countNumbered, writeDifferences } = loops(buffer);
  const put = (ids: readonly number[]): number => {
    words.set(ids, IDS / 4);
    return IDS + ids.length * 4;
  };
  const results: number[] = [];
  for (const ids of sets) countHolders(IDS, put(ids));
  results.push(...new Uint8Array(buffer, LEVELS, SHINGLES));
  let length = 0;
  for (const ids of sets) length += takeCommon(IDS, put(ids), sets.length, TARGET + length * 4);
  const core = [...words.subarray(TARGET / 4, TARGET / 4 + length)];
  numberShingles(IDS, put(core), 7, 0);
  for (const ids of sets) results.push(countNumbered(IDS, put(ids), 7));
  const before = 7;
  numberShingles(IDS, put(core), before + 1, 1);
  words[WRITTEN / 4] = before + core.length;
  for (const ids of sets) {
    const count = writeDifferences(IDS, put(ids), before, core.length, SEEN, TARGET);
    results.push(...words.subarray(TARGET / 4, TARGET / 4 + count));
  }
  return { results, core, memory: [...words.subarray(WRITTEN / 4, IDS / 4)] };
}

const byLoops = (buffer: ArrayBuffer): FamilyLoops =>
  familyLoops({
    levels: new Uint8Array(buffer, LEVELS, SHINGLES),
    heads: new Uint32Array(buffer, HEADS, SHINGLES),
    written: new Uint32Array(buffer, WRITTEN, 2),
  });

/** Sets of shingles; what they repeat is passed over. */
const sets = fc.array(
  fc
    .array(fc.nat(SHINGLES - 1), { maxLength: 80, size: "max" })
    .map((ids) => ids.map((id, at) => (ids.indexOf(id) === at ? id : -1))),
  { maxLength: 8 },
);

test("the kernel and the loops in TypeScript find the same in common, and the same differences", () => {
  const cores: number[] = [];
  fc.assert(
    fc.property(sets, (given) => {
      const simd = loadKernel(BYTES);
      if (simd === null) throw new Error("the test needs SIMD");
      const kernel: KernelExports = simd.exports;
      const slow = run(byLoops, new ArrayBuffer(BYTES), given);
      expect(run(() => kernel, simd.memory.buffer, given)).toEqual(slow);
      const held = (shingle: number): number => given.filter((ids) => ids.includes(shingle)).length;
      const common = Array.from({ length: SHINGLES }, (_, shingle) => shingle).filter(
        (shingle) => held(shingle) * 2 > given.length,
      );
      const { core } = slow as { readonly core: readonly number[] };
      expect(core.toSorted((a, b) => a - b)).toEqual(common);
      cores.push(core.length);
    }),
    { numRuns: 500, seed: 1 },
  );
  expect(Math.max(...cores)).toBeGreaterThan(20);
});
