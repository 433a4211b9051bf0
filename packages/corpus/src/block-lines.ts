import { isAscii, isUtf8 } from "node:buffer";
import type { LineBlock } from "./line-splitter.ts";
import type { Problem } from "./reject.ts";

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

const BINARY: Problem = { reason: "binary", detail: "holds a zero byte: it is binary data" };
const INVALID: Problem = { reason: "invalid_encoding", detail: "is not valid UTF-8" };

/** Goes through the lines of a block. Nothing is ever replaced by U+FFFD: what is not valid UTF-8 is a problem. */
export class BlockLines {
  readonly bytes: Buffer;
  /** Whether all lines are ASCII. */
  readonly ascii: boolean;
  /** Whether all lines are valid UTF-8: a line feed is never part of a longer character. */
  readonly valid: boolean;
  /** Where the present line begins in `bytes`, and where its line feed is, or would be. */
  start = 0;
  feed = -1;
  /** The number of the present line, and where it begins in its input. */
  line: number;
  byte: number;
  /** What keeps the present line from being read. */
  problem: Problem | null = null;
  /** Whether there is no zero byte, as far as that has been asked. */
  #zeroless: boolean | undefined;
  readonly #longest: number;
  #offset: number;
  readonly #dropped: number;

  constructor({ bytes, line, byte, dropped }: LineBlock, longest: number) {
    this.bytes = bytes;
    this.ascii = isAscii(bytes);
    this.valid = this.ascii || isUtf8(bytes);
    this.#longest = longest;
    this.line = line - 1;
    this.byte = byte;
    this.#offset = byte;
    this.#dropped = dropped;
  }

  /** Goes on to the next line and says whether there is one. */
  next(): boolean {
    const { bytes } = this;
    const start = this.feed + 1;
    if (start >= bytes.length) return false;
    const feed = bytes.indexOf(LINE_FEED, start);
    this.advance(feed < 0 ? bytes.length : feed);
    if (this.feed - start > this.#longest || !this.#clean()) this.problem = this.#check();
    return true;
  }

  /** Goes on to the next line, which is known to end at `feed` and to have no problem. */
  advance(feed: number): void {
    const start = this.feed + 1;
    this.start = start;
    this.feed = feed;
    this.line++;
    this.byte = this.#offset + start;
    // Bytes are left out of the first line only.
    if (start === 0) this.#offset += this.#dropped;
    this.problem = null;
  }

  /** The text of the present line, without its line feed and one carriage return before it. */
  text(): string {
    return this.bytes.toString(this.ascii ? "latin1" : "utf8", this.start, this.end);
  }

  /** Where the text of the present line ends. */
  get end(): number {
    const { start, feed } = this;
    return feed > start && this.bytes[feed - 1] === CARRIAGE_RETURN ? feed - 1 : feed;
  }

  #clean(): boolean {
    if (this.valid) this.#zeroless ??= !this.bytes.includes(0);
    return this.valid && this.#zeroless === true;
  }

  #check(): Problem | null {
    if (this.feed - this.start > this.#longest) {
      return { reason: "record_too_large", detail: `is longer than ${this.#longest} bytes` };
    }
    const slice = this.bytes.subarray(this.start, this.feed);
    if (slice.includes(0)) return BINARY;
    return isUtf8(slice) ? null : INVALID;
  }
}
