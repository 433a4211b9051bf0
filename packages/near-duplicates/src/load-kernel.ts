import { type SimdInstance, simdModule } from "@corpulse/simd-module";
import type { BucketLoops } from "./bucket-loops.ts";
import type { FamilyLoops } from "./family-loops.ts";
import { KERNEL_BYTES } from "./kernel-bytes.ts";

/** The exports of `kernel/` and `common-kernel/`. Addresses count bytes from the beginning of the memory. */
export interface KernelExports extends BucketLoops, FamilyLoops {
  readonly writeKeys: (shingles: number, end: number, bands: number, rows: number, scratch: number) => void;
  readonly writePrefixes: (place: number, end: number) => void;
  readonly writeLevels: (at: number, end: number, levels: number) => void;
  readonly countFeatures: (at: number, end: number) => void;
  readonly sumHeads: (at: number, end: number) => void;
  readonly listPlaces: (at: number, end: number) => void;
  readonly findPartners: (place: number, end: number, enough: number, ratio: number) => number;
}

/** The kernel with a memory of so many bytes; `null` where there is none to be had. */
export const loadKernel: (bytes: number) => SimdInstance<KernelExports> | null = simdModule(KERNEL_BYTES);
