import type { BlockLines } from "./block-lines.ts";
import type { BlockPlaces } from "./record-block.ts";
import type { Reject } from "./reject.ts";

/** What became of the lines of a block, while they are being read. */
export class OpenPlaces {
  readonly vectors: Float64Array[] = [];
  readonly rejects: Reject[] = [];
  blank = 0;
  readonly #line: number[] = [];
  readonly #byte: number[] = [];

  /** Takes note of a document, which lines are at. */
  add({ line, byte }: BlockLines): void {
    this.#line.push(line);
    this.#byte.push(byte);
  }

  finish(): BlockPlaces {
    const { vectors, rejects, blank } = this;
    return { line: new Uint32Array(this.#line), byte: new Float64Array(this.#byte), vectors, rejects, blank };
  }
}
