/* oxlint-disable max-params -- what WebAssembly takes is numbers. */
import { sharedModule } from "@corpulse/simd-module";
import type { SharedMemory } from "@corpulse/tokens";
import { SHARED_KERNEL_BYTES } from "./shared-kernel-bytes.ts";

type Address = number;

/** A number that functions of the kernel count up. */
interface KernelNumber {
  readonly value: number;
}

/**
 * The functions of `shared-kernel/`. All that is read or written lies at an address; loops end before the last one. Addresses that
 * they give are negative from 2 GB on.
 */
export interface EntropyKernel {
  readonly clear: (from: Address, bytes: number) => void;
  readonly copy: (to: Address, from: Address, bytes: number) => void;
  readonly tallyCounts: (count: Address, last: Address, tally: Address, limit: number) => Address;
  readonly heldOnce: (count: Address, last: Address, frequency: Address) => number;
  readonly endDocuments: (offset: Address, last: Address, ids: Address, order: number, followed: Address) => void;
  readonly nextAtLeast: (frequency: Address, last: Address, least: number) => Address;
  readonly writeFurther: (frequency: Address, last: Address, further: Address, most: number) => void;
  readonly readShared: (
    offset: Address,
    last: Address,
    ids: Address,
    order: number,
    frequencies: Address,
    further: Address,
    places: Address,
    next: Address,
    ends: Address,
    elsewhere: Address,
  ) => void;
  readonly withoutRepeats: (
    repeat: Address,
    last: Address,
    offset: Address,
    ids: Address,
    frequencies: Address,
    elsewhere: Address,
  ) => void;
  readonly writeHomes: (begins: Address, homes: Address, count: number, offsets: Address) => void;
  readonly extendPhrase: (
    begins: Address,
    homes: Address,
    count: number,
    length: number,
    documents: number,
    least: number,
    longest: number,
    offsets: Address,
    tokens: Address,
    holding: Address,
    met: Address,
  ) => number;
  readonly phraseDocuments: KernelNumber;
  readonly phraseLength: KernelNumber;
  readonly sortNumbers: (numbers: Address, last: Address, sorted: Address, counts: Address) => void;
  readonly logsFrom: (number: number, logs: Address, last: Address) => void;
  readonly beginCode: (
    offsets: Address,
    documents: number,
    tokens: Address,
    longer: Address,
    shorter: Address,
    longerBegins: Address,
    shorterBegins: Address,
    symbols: Address,
    sizes: Address,
    logs: Address,
    end: number,
  ) => void;
  readonly writeCode: (at: number, stop: number) => number;
  readonly readTexts: (
    offset: Address,
    last: Address,
    tokens: Address,
    before: Address,
    places: Address,
    list: Address,
    atLeast: Address,
    limits: Address,
    found: Address,
    window: number,
    draws: number,
    least: number,
    rest: number,
  ) => void;
  readonly bits: KernelNumber;
  readonly literals: KernelNumber;
  readonly matches: KernelNumber;
  readonly longest: KernelNumber;
}

/** The kernel over columns in a shared memory; `null` where there is none to be had. */
export const loadEntropyKernel: (memory: SharedMemory) => EntropyKernel | null =
  sharedModule<EntropyKernel>(SHARED_KERNEL_BYTES);
