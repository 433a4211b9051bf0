/* oxlint-disable max-params -- what WebAssembly takes is numbers. */
import { sharedModule } from "@corpulse/simd-module";
import type { SharedMemory } from "@corpulse/tokens";
import { SHARED_KERNEL_BYTES } from "./shared-kernel-bytes.ts";

type Address = number;

/** The functions of `shared-kernel/`. All that is read or written lies at an address; loops end before the last one. */
export interface SharedKernel {
  /** Gives the first document with more tokens than there is `room` for, or `to`. */
  readonly sketchDocuments: (
    from: number,
    to: number,
    offsets: Address,
    firstCopyOf: Address,
    tokens: Address,
    words: Address,
    size: number,
    bands: number,
    rows: number,
    scratch: Address,
    shingles: Address,
    room: number,
    keys: Address,
  ) => number;
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
