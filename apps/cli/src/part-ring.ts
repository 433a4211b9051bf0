import type { TokenPart } from "@corpulse/tokens";

/** How many parts of one thread may be waiting to be appended. */
export const PARTS_WAITING = 3;

type PartColumns = Pick<TokenPart, "tokens" | "offsets" | "fingerprints">;

/** A copy of a column in memory that all threads see: the memory given, if it has room. */
function copyInto<T extends Int32Array | Uint32Array>(column: T, memory: ArrayBufferLike | undefined): T {
  const { byteLength, length } = column;
  const room = memory !== undefined && memory.byteLength >= byteLength ? memory : new SharedArrayBuffer(byteLength * 2);
  const Column = column.constructor as new (buffer: ArrayBufferLike, offset: number, length: number) => T;
  const copy = new Column(room, 0, length);
  copy.set(column);
  return copy;
}

/** Keeps the latest parts of a builder in memory that all threads see and that is used again in turn. */
export class PartRing {
  readonly #places: (PartColumns | undefined)[] = Array.from({ length: PARTS_WAITING }, () => undefined);
  #next = 0;

  /** The part in such memory, until as many more have been kept as the ring has places. */
  keep(part: TokenPart): TokenPart {
    const place = this.#next++ % PARTS_WAITING;
    const old = this.#places[place];
    const columns: PartColumns = {
      tokens: copyInto(part.tokens, old?.tokens.buffer),
      offsets: copyInto(part.offsets, old?.offsets.buffer),
      fingerprints: copyInto(part.fingerprints, old?.fingerprints.buffer),
    };
    this.#places[place] = columns;
    return { ...part, ...columns };
  }
}
