import { type Memory, SharedMemory } from "@corpulse/tokens";
import { type EntropyKernel, loadEntropyKernel } from "./load-entropy-kernel.ts";

/** The kernel in one memory, with room for numbers that are of no use once they have been read. */
export class KernelIn {
  readonly functions: EntropyKernel;
  readonly #memory: SharedMemory;
  #room: Uint8Array = new Uint8Array(0);
  /** So many bytes of the room have been given before. */
  #given = 0;

  constructor(functions: EntropyKernel, memory: SharedMemory) {
    this.functions = functions;
    this.#memory = memory;
  }

  /** Whether the kernel can read columns. */
  holds(...columns: readonly ArrayBufferView[]): boolean {
    return this.#memory.holds(...columns);
  }

  /** Makes room for so many bytes at once, where it is known what will be needed: a smaller room before would be of no more use. */
  reserve(bytes: number): void {
    if (bytes <= this.#room.length) return;
    this.#room = this.#memory.take(bytes);
    this.#given = 0;
  }

  /** So many bytes, all of them 0, or `null` where there is no room for them. The next call takes them back. */
  zeros(bytes: number): Uint8Array | null {
    this.reserve(bytes);
    if (!this.holds(this.#room)) return null;
    this.functions.clear(this.#room.byteOffset, Math.min(bytes, this.#given));
    this.#given = Math.max(bytes, this.#given);
    return this.#room.subarray(0, bytes);
  }
}

/** One for each memory, which is never given back what has been taken of it. */
const made = new WeakMap<SharedMemory, KernelIn>();

/** The kernel in a memory; `null` where there is none to be had. */
export function kernelIn(memory: Memory): KernelIn | null {
  if (!(memory instanceof SharedMemory)) return null;
  const known = made.get(memory);
  if (known !== undefined) return known;
  const functions = loadEntropyKernel(memory);
  if (functions === null) return null;
  const found = new KernelIn(functions, memory);
  made.set(memory, found);
  return found;
}
