/** Blocks are about as large as the chunks they are read in, and now and then a line larger. */
const SPARE = 1 << 16;

/**
 * Memory for the bytes of blocks, which all threads see. What has been ingested is used again: touching new memory costs more
 * than reading it.
 */
export class BlockMemory {
  readonly #usual: number;
  readonly #free: Uint8Array[] = [];

  /** The usual size of a block. */
  constructor(usual: number) {
    this.#usual = usual + SPARE;
  }

  readonly allocate = (bytes: number): Uint8Array => {
    const fitting = this.#free.findIndex((memory) => memory.length >= bytes);
    if (fitting >= 0) return this.#free.splice(fitting, 1)[0];
    return new Uint8Array(new SharedArrayBuffer(Math.max(bytes, this.#usual)));
  };

  /** Takes back the memory of a block that nobody reads any more. */
  release({ buffer }: Uint8Array): void {
    this.#free.push(new Uint8Array(buffer));
  }
}
