import { type SimdInstance, simdModule } from "@corpulse/simd-module";
import { KERNEL_BYTES } from "./kernel-bytes.ts";

/** The exports of `kernel.wat`. Addresses count bytes from the beginning of the memory. */
export interface KernelExports {
  /* oxlint-disable max-params -- what WebAssembly takes is numbers. */
  readonly listRepeats: (
    tokens: number,
    length: number,
    base: number,
    before: number,
    places: number,
    list: number,
  ) => number;
  readonly forwards: (
    list: number,
    end: number,
    length: number,
    window: number,
    places: number,
    atLeast: number,
    limits: number,
    ends: number,
  ) => number;
  /* oxlint-enable max-params */
  readonly backwards: (length: number, places: number, limits: number, ends: number) => void;
}

/** The kernel with a memory of so many bytes; `null` where there is none to be had. */
export const loadKernel: (bytes: number) => SimdInstance<KernelExports> | null = simdModule(KERNEL_BYTES);
