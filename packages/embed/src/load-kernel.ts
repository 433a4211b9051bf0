import { type SimdInstance, simdModule } from "@corpulse/simd-module";
import { KERNEL_BYTES } from "./kernel-bytes.ts";

/** The exports of `kernel/`. Addresses count bytes from the beginning of the memory. */
export interface KernelExports {
  // oxlint-disable-next-line max-params -- what WebAssembly takes is numbers.
  readonly addWords: (
    rows: number,
    open: number,
    table: number,
    places: number,
    weights: number,
    batches: number,
    last: number,
  ) => void;
  // oxlint-disable-next-line max-params -- what WebAssembly takes is numbers.
  readonly projectWord: (
    hashes: number,
    amounts: number,
    count: number,
    bits: number,
    target: number,
    stride: number,
    end: number,
  ) => void;
  readonly scaleRows: (row: number, last: number, size: number) => void;
}

/** The kernel with a memory of so many bytes; `null` where there is none to be had. */
export const loadKernel: (bytes: number) => SimdInstance<KernelExports> | null = simdModule(KERNEL_BYTES);
