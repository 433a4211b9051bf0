/* oxlint-disable max-params -- what WebAssembly takes is numbers. */
import { sharedModule } from "@corpulse/simd-module";
import type { SharedMemory } from "@corpulse/tokens";
import { SHARED_KERNEL_BYTES } from "./shared-kernel-bytes.ts";

type Address = number;

/** The function of `shared-kernel/`. All that is read or written lies at an address; the loop ends before the last one. */
export interface SharedKernel {
  readonly countMissing: (
    missing: Address,
    last: Address,
    first: Address,
    second: Address,
    ids: Address,
    repeats: Address,
    starts: Address,
    ends: Address,
    repeatStarts: Address,
    repeatEnds: Address,
    standsAt: Address,
  ) => void;
}

/** The kernel over a memory; `null` where there is none to be had. */
export const loadSharedKernel: (memory: SharedMemory) => SharedKernel | null = sharedModule(SHARED_KERNEL_BYTES);
