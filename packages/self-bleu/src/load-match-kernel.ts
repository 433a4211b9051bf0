/* oxlint-disable max-params -- what WebAssembly takes is numbers. */
import { sharedModule } from "@corpulse/simd-module";
import type { SharedMemory } from "@corpulse/tokens";
import { SHARED_KERNEL_BYTES } from "./shared-kernel-bytes.ts";

type Address = number;

/** The function of `shared-kernel/`. All that is read or written lies at an address; loops end before the last one. */
export interface MatchKernel {
  readonly ownMatches: (
    document: Address,
    last: Address,
    order: number,
    exclusive: Address,
    ids: Address,
    repeat: Address,
    lastRepeat: Address,
    places: Address,
    lastPlace: Address,
    records: Address,
    matches: Address,
  ) => void;
}

/** The kernel over a memory; `null` where there is none to be had. */
export const loadMatchKernel: (memory: SharedMemory) => MatchKernel | null = sharedModule(SHARED_KERNEL_BYTES);
