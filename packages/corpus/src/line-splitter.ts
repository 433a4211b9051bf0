/** Whole lines, end to end. */
export interface LineBlock {
  /** Lines with their line feeds; the last one of an input may have none. */
  readonly bytes: Buffer;
  /** The number of the first line, from 1. */
  readonly line: number;
  /** Where the first line begins in its input. */
  readonly byte: number;
  /** How many bytes are left out at the end of the first line, which was longer than may be kept. */
  readonly dropped: number;
}

const LINE_FEED = 10;

/** Gives memory for the bytes of a block, so many or more. */
export type AllocateBlock = (bytes: number) => Uint8Array;

/** How many line feeds there are from `start` on; the last one is in front of `end`. */
function countLines(bytes: Buffer, start: number, end: number): number {
  let lines = 0;
  for (let at = start; at < end; at = bytes.indexOf(LINE_FEED, at) + 1) lines++;
  return lines;
}

/** Cuts bytes that come in chunks of any size at line feeds and nowhere else, before anything is decoded. */
export class LineSplitter {
  readonly #longest: number;
  readonly #allocate: AllocateBlock;
  #pending: Buffer[] = [];
  #pendingBytes = 0;
  #dropped = 0;
  #line = 1;
  #byte: number;

  /** Keeps one byte more than the longest line may have, so that a longer one is seen to be. */
  constructor(longest: number, byte: number, allocate: AllocateBlock = (bytes) => Buffer.allocUnsafeSlow(bytes)) {
    this.#longest = longest;
    this.#byte = byte;
    this.#allocate = allocate;
  }

  /** The lines that a chunk completes. They are copied: the chunk's memory may be used again. */
  push(chunk: Buffer): LineBlock | null {
    const end = chunk.lastIndexOf(LINE_FEED) + 1;
    if (end === 0) {
      this.#keep(chunk);
      return null;
    }
    const first = chunk.indexOf(LINE_FEED);
    this.#keep(chunk.subarray(0, first));
    const block = this.#take(chunk, first, end);
    this.#keep(chunk.subarray(end));
    return block;
  }

  /** The last line, when no line feed ends it. */
  end(): LineBlock | null {
    return this.#pendingBytes === 0 ? null : this.#take(Buffer.alloc(0), 0, 0);
  }

  #keep(bytes: Buffer): void {
    const kept = bytes.subarray(0, Math.max(0, this.#longest + 1 - this.#pendingBytes));
    this.#dropped += bytes.length - kept.length;
    if (kept.length > 0) this.#pending.push(Buffer.from(kept));
    this.#pendingBytes += kept.length;
  }

  /** All that is pending and the bytes of a chunk from `start` to `end`. */
  #take(chunk: Buffer, start: number, end: number): LineBlock {
    const length = this.#pendingBytes + end - start;
    const { buffer, byteOffset } = this.#allocate(length);
    const bytes = Buffer.from(buffer, byteOffset, length);
    let at = 0;
    for (const part of this.#pending) at += part.copy(bytes, at);
    // `set` takes ten times as long where memory is shared.
    chunk.copy(bytes, at, start, end);
    const block = { bytes, line: this.#line, byte: this.#byte, dropped: this.#dropped };
    this.#line += countLines(chunk, start, end);
    this.#byte += bytes.length + this.#dropped;
    this.#pending = [];
    this.#pendingBytes = 0;
    this.#dropped = 0;
    return block;
  }
}
