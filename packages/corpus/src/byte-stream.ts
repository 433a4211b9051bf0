/** A source of bytes. It is told whether the memory of the piece before is free to be used again. */
export type ByteSource = AsyncIterable<Uint8Array> | AsyncGenerator<Uint8Array, void, boolean | undefined>;

/**
 * Bytes that arrive in pieces, whose beginning can be looked at before they are read. A piece that is read is what it is
 * until the next one is asked for.
 */
export class ByteStream implements AsyncIterable<Buffer> {
  readonly #source: AsyncIterator<Uint8Array, unknown, boolean | undefined>;
  #held: Buffer[] = [];
  #ended = false;

  constructor(source: ByteSource) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** The first bytes: as many as asked for, fewer only when there are no more. */
  async peek(length: number): Promise<Buffer> {
    let total = this.#held.reduce((sum, chunk) => sum + chunk.length, 0);
    while (total < length && (await this.#pull())) total += this.#held[this.#held.length - 1].length;
    if (this.#held.length !== 1) this.#held = [Buffer.concat(this.#held)];
    return this.#held[0].subarray(0, length);
  }

  /** The chunk of a number from the beginning on, `undefined` when there is none. It will be read again. */
  async peekChunk(index: number): Promise<Buffer | undefined> {
    while (index >= this.#held.length && (await this.#pull()));
    return this.#held[index];
  }

  /** Leaves out bytes that have been peeked at. */
  drop(length: number): void {
    this.#held[0] = this.#held[0].subarray(length);
  }

  /** Ends reading before the end. */
  async close(): Promise<void> {
    this.#ended = true;
    await this.#source.return?.();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Buffer> {
    try {
      do yield* this.#held.splice(0);
      while (await this.#pull(true));
    } finally {
      if (!this.#ended) await this.close();
    }
  }

  async #pull(isFree: boolean = false): Promise<boolean> {
    if (this.#ended) return false;
    const { value, done } = await this.#source.next(isFree);
    if (done === true) {
      this.#ended = true;
      return false;
    }
    this.#held.push(Buffer.isBuffer(value) ? value : Buffer.from(value.buffer, value.byteOffset, value.byteLength));
    return true;
  }
}
