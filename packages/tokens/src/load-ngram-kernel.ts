/* oxlint-disable max-params -- what WebAssembly takes is numbers. */
import { sharedModule } from "@corpulse/simd-module";
import { SHARED_KERNEL_BYTES } from "./shared-kernel-bytes.ts";
import type { SharedMemory } from "./shared-memory.ts";

type Address = number;

/** The functions of `shared-kernel/`. All that is read or written lies at an address; loops end before the last one. */
export interface NgramKernel {
  readonly tallyTokens: (
    document: Address,
    last: Address,
    tokens: Address,
    records: Address,
    repeats: Address,
    marks: Address,
    used: number,
  ) => number;
  readonly findCopies: (
    from: number,
    to: number,
    documents: number,
    offsets: Address,
    tokens: Address,
    slots: Address,
    shift: number,
    starts: Address,
    ends: Address,
    sources: Address,
    used: number,
  ) => number;
  readonly writeStretches: (
    offset: Address,
    last: Address,
    starts: Address,
    ends: Address,
    sources: Address,
    runs: number,
    order: number,
    stretch: Address,
  ) => Address;
  readonly chooseParts: (
    stretch: Address,
    last: Address,
    shorter: Address,
    counts: Address,
    tokens: Address,
    ids: Address,
    sizes: Address,
    shift: number,
    next: number,
    once: number,
  ) => number;
  readonly writeItems: (
    stretch: Address,
    last: Address,
    shorter: Address,
    tokens: Address,
    ids: Address,
    ends: Address,
    items: Address,
  ) => void;
  readonly groupPairs: (end: Address, last: Address, from: Address, items: Address, slots: Address) => void;
  readonly numberNgrams: (
    stretch: Address,
    last: Address,
    ids: Address,
    items: Address,
    sources: Address,
    once: number,
    size: number,
  ) => number;
  readonly joinGroups: (item: Address, last: Address, items: Address) => void;
  readonly settleIds: (
    stretch: Address,
    last: Address,
    ids: Address,
    items: Address,
    counts: Address,
    exclusive: Address,
  ) => number;
  readonly countCopies: (stretch: Address, last: Address, ids: Address, counts: Address) => void;
  readonly findRepeats: (
    word: Address,
    last: Address,
    before: number,
    marks: Address,
    ids: Address,
    offsets: Address,
    documents: number,
    most: number,
    slots: Address,
    repeats: Address,
  ) => number;
  readonly countDocuments: (
    repeat: Address,
    last: Address,
    ids: Address,
    offsets: Address,
    documents: number,
    frequencies: Address,
    exclusive: Address,
  ) => void;
}

/** The kernel over a memory; `null` where there is none to be had. */
export const loadNgramKernel: (memory: SharedMemory) => NgramKernel | null = sharedModule(SHARED_KERNEL_BYTES);
