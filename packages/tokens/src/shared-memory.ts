/** Memory of WebAssembly that threads share, as far as it is used here. */
interface SharedWebAssemblyMemory {
  readonly buffer: SharedArrayBuffer;
  readonly grow: (pages: number) => number;
}

/** What is posted to another thread for it to see the same memory; `null` where there is no such memory. */
export type SharedMemoryHandle = object | null;

/** What this file uses of WebAssembly: the standard library of the language does not describe it. */
interface SharedWebAssemblyApi {
  readonly Memory: new (pages: {
    readonly initial: number;
    readonly maximum: number;
    readonly shared: true;
  }) => SharedWebAssemblyMemory;
}

declare const WebAssembly: SharedWebAssemblyApi | undefined;

const PAGE = 2 ** 16;
/** As many as 32 bits can name and still say where the last one ends: more is only reserved, not taken. */
const MOST_PAGES = 2 ** 16 - 1;
/** It grows by so many, because all threads are told of it. */
const PAGES_MORE = 512;

/** All that is taken begins at a multiple of so many bytes, lest threads write to the same cache line. */
const UNIT = 64;
/** Numbers at the beginning: how many units have been taken, one to tell memories apart by, and what any of them is known by. */
const TAKEN = 0;
const PROBE = 1;
const MARK = 2;
const NAME = [0x70726f63, 0x65736c75, 0x6d656d2e];
/** So many numbers are written to one memory and looked for in the other, and so often again where others may have written. */
const PROBES = 8;
const ATTEMPTS = 8;

/** Memory outside of WebAssembly, shared where the runtime lets a page share any. */
function elsewhere(bytes: number): Uint8Array {
  return typeof SharedArrayBuffer === "undefined"
    ? new Uint8Array(bytes)
    : new Uint8Array(new SharedArrayBuffer(bytes));
}

function make(bytes: number): SharedWebAssemblyMemory | null {
  if (typeof WebAssembly === "undefined") return null;
  try {
    const initial = Math.min(MOST_PAGES, Math.ceil((bytes + UNIT) / PAGE));
    const memory = new WebAssembly.Memory({ initial, maximum: MOST_PAGES, shared: true });
    const head = new Int32Array(memory.buffer);
    head[TAKEN] = 1;
    head.set(NAME, MARK);
    return memory;
  } catch {
    return null;
  }
}

/**
 * Memory that threads share and that kernels work in, given out piece by piece and never taken back. Where WebAssembly has none to
 * share, and once 4 GB have been given out, pieces lie elsewhere, in memory that threads share too: `holds` tells.
 *
 * @example
 * ```ts
 * import { SharedMemory } from "@corpulse/tokens";
 *
 * const memory = new SharedMemory(1000);
 * const piece = memory.take(8);
 * piece.fill(1);
 * // Another thread, which the handle has been posted to, can have pieces of its own.
 * memory.holds(piece) && SharedMemory.at(memory.handle).holds(piece); // true
 * ```
 */
export class SharedMemory {
  readonly #memory: SharedWebAssemblyMemory | null;
  /** Buffers that have been seen to be this memory: it has another one for each time that it grew, and in each thread. */
  readonly #buffers = new WeakSet<ArrayBufferLike>();

  /** About so many bytes will be taken: more is made when it is needed. */
  constructor(bytes: number);
  /** @internal */
  constructor(memory: SharedWebAssemblyMemory | null);
  constructor(from: number | SharedWebAssemblyMemory | null) {
    this.#memory = typeof from === "number" ? make(from) : from;
  }

  /** The memory of another thread. */
  static at(handle: SharedMemoryHandle): SharedMemory {
    return new SharedMemory(handle as SharedWebAssemblyMemory | null);
  }

  get handle(): SharedMemoryHandle {
    return this.#memory;
  }

  /** A piece of so many bytes, all of them 0. Numbers of any size may begin with it. */
  take(bytes: number): Uint8Array {
    const units = Math.ceil(bytes / UNIT);
    if (this.#memory === null) return elsewhere(bytes);
    const from = this.#reserve(units);
    return from < 0 ? elsewhere(bytes) : new Uint8Array(this.#memory.buffer, from * UNIT, bytes);
  }

  /** Whether kernels can work on all of some columns in this memory, where the address of each is its `byteOffset`. */
  holds(...columns: readonly ArrayBufferView[]): boolean {
    return columns.every(({ buffer }) => this.#isOwn(buffer));
  }

  #isOwn(buffer: ArrayBufferLike): boolean {
    if (this.#memory === null) return false;
    if (this.#buffers.has(buffer)) return true;
    // Where pages may not share memory, the class of its buffers has no name.
    if (buffer.constructor !== this.#memory.buffer.constructor || buffer.byteLength < UNIT) return false;
    const its = new Int32Array(buffer, 0, UNIT / Int32Array.BYTES_PER_ELEMENT);
    if (NAME.some((part, at) => its[MARK + at] !== part) || !this.#shows(its)) return false;
    this.#buffers.add(buffer);
    return true;
  }

  /** Whether what is written here is read there. Nothing else tells memories apart that were made in different threads. */
  #shows(its: Int32Array): boolean {
    const head = this.#head();
    const shows = (probe: number): boolean => {
      Atomics.store(head, PROBE, probe);
      return Atomics.load(its, PROBE) === probe;
    };
    const probes = Array.from({ length: PROBES }, (_, at) => at + 1);
    return Array.from({ length: ATTEMPTS }).some(() => probes.every(shows));
  }

  #head(): Int32Array {
    const { buffer } = this.#memory as SharedWebAssemblyMemory;
    return new Int32Array(buffer, 0, UNIT / Int32Array.BYTES_PER_ELEMENT);
  }

  /** Where so many units begin that nobody else is given, or -1 when there are no more. */
  #reserve(units: number): number {
    const memory = this.#memory as SharedWebAssemblyMemory;
    const head = this.#head();
    for (;;) {
      const from = Atomics.load(head, TAKEN);
      const missing = Math.ceil(((from + units) * UNIT - memory.buffer.byteLength) / PAGE);
      if (missing > 0 && !this.#grow(missing)) return -1;
      if (Atomics.compareExchange(head, TAKEN, from, from + units) === from) return from;
    }
  }

  #grow(pages: number): boolean {
    const memory = this.#memory as SharedWebAssemblyMemory;
    const most = MOST_PAGES - memory.buffer.byteLength / PAGE;
    if (pages > most) return false;
    try {
      memory.grow(Math.min(most, Math.max(pages, PAGES_MORE)));
      return true;
    } catch {
      return false;
    }
  }
}
