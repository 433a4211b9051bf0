import { type SharedInstanceMemory, sharedModule, type SimdInstance, simdModule } from "@corpulse/simd-module";
import { KERNEL_BYTES } from "./kernel-bytes.ts";
import { SHARED_KERNEL_BYTES } from "./shared-kernel-bytes.ts";

/** The exports of `common-kernel/`. Addresses count bytes from the beginning of the memory. */
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
  ) => number;
  readonly scaleRows: (row: number, last: number, size: number) => void;
}

/** The kernel with a memory of so many bytes; `null` where there is none to be had. */
export const loadKernel: (bytes: number) => SimdInstance<KernelExports> | null = simdModule(KERNEL_BYTES);

/** The exports of `shared-kernel/` beside. */
export interface SharedKernelExports extends KernelExports {
  // oxlint-disable-next-line max-params -- what WebAssembly takes is numbers.
  readonly countGrams: (
    word: number,
    last: number,
    text: number,
    starts: number,
    frequencies: number,
    entries: number,
    mask: number,
    size: number,
    room: number,
    hashes: number,
  ) => number;
  // oxlint-disable-next-line max-params -- what WebAssembly takes is numbers.
  readonly projectWords: (
    word: number,
    last: number,
    text: number,
    starts: number,
    places: number,
    weights: number,
    entries: number,
    mask: number,
    salt: number,
    hashes: number,
    amounts: number,
    bits: number,
    table: number,
    stride: number,
    tableEnd: number,
  ) => void;
  readonly listChanges: (plan: number, document: number, last: number) => number;
  // oxlint-disable-next-line max-params -- what WebAssembly takes is numbers.
  readonly addChanges: (
    block: number,
    table: number,
    places: number,
    weights: number,
    batches: number,
    last: number,
  ) => void;
  readonly scaleSums: (row: number, last: number, size: number) => void;
}

/** The kernel in a memory that threads share; `null` where there is none to be had. */
export const loadSharedKernel: (memory: SharedInstanceMemory) => SharedKernelExports | null =
  sharedModule(SHARED_KERNEL_BYTES);
