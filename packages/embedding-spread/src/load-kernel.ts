import { type SimdInstance, simdModule } from "@corpulse/simd-module";
import { KERNEL_BYTES } from "./kernel-bytes.ts";
import type { RoundedLoops } from "./rounded-loops.ts";
import type { RowLoops } from "./row-loops.ts";
import type { SymmetricLoops } from "./symmetric-loops.ts";

/** The exports of `kernel/`. Addresses count bytes from the beginning of the memory, depths values of a row. */
export interface KernelExports extends RowLoops, RoundedLoops, SymmetricLoops {
  readonly addProducts: (a: number, b: number, depth: number, sums: number) => void;
  // oxlint-disable-next-line max-params -- what WebAssembly takes is numbers.
  readonly roundOctet: (
    rows: number,
    stride: number,
    factors: number,
    octet: number,
    segment: number,
    squares: number,
    rests: number,
  ) => void;
  // oxlint-disable-next-line max-params -- what WebAssembly takes is numbers.
  readonly firstCandidate: (
    left: number,
    right: number,
    end: number,
    segment: number,
    rows: number,
    bounds: number,
    columns: number,
    slack: number,
    pairs: number,
  ) => number;
}

/** The kernel with a memory of so many bytes; `null` where there is none to be had. */
export const loadKernel: (bytes: number) => SimdInstance<KernelExports> | null = simdModule(KERNEL_BYTES);
