/** Bytes that arrive in pieces, whose beginning can be looked at before they are read. */
export class ByteStream implements AsyncIterable<Buffer> {
  readonly #source: AsyncIterator<Uint8Array>;
  #held: Buffer[] = [];
  #ended = false;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** The first bytes: as many as asked for, fewer only when there are no more. */
  async peek(length: number): Promise<Buffer> {
    let total = this.#held.reduce((sum, chunk) => sum + chunk.length, 0);
    while (total < length && (await this.#pull())) total += this.#held[this.#held.length - 1].length;
    this.#held = [Buffer.concat(this.#held)];
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
      while (await this.#pull());
    } finally {
      if (!this.#ended) await this.close();
    }
  }

  async #pull(): Promise<boolean> {
    if (this.#ended) return false;
    const { value, done } = await this.#source.next();
    if (done === true) {
      this.#ended = true;
      return false;
    }
    this.#held.push(Buffer.isBuffer(value) ? value : Buffer.from(value.buffer, value.byteOffset, value.byteLength));
    return true;
  }
}
