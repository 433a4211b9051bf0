import { OCTET, QUAD } from "./dense-kernel.ts";

/** Rows in the memory of a kernel: in quads of 64 bits, in octets of 32 bits, and what a search excludes by. */
export interface RowBlock {
  readonly dimensions: number;
  /** Addresses of the first quad, octet, limit. */
  readonly quads: number;
  readonly octets: number;
  readonly limitsFrom: number;
  readonly doubles: Float64Array;
  readonly singles: Float32Array;
  /** Eight limits, eight halves, and so on. */
  readonly limits: Float32Array;
}

/** The number of rows a block is made for: whole octets. */
function capacity(count: number): number {
  return Math.ceil(count / OCTET) * OCTET;
}

/** How many bytes a block takes. */
export function blockBytes(count: number, dimensions: number): number {
  return capacity(count) * (dimensions * (8 + 4) + 4 + 4);
}

/** An empty block that starts at an address. Rows that are never filled in are nobody's neighbours, and have none. */
export function rowBlock(buffer: ArrayBuffer, quads: number, count: number, dimensions: number): RowBlock {
  const rows = capacity(count);
  const octets = quads + rows * dimensions * 8;
  const limitsFrom = octets + rows * dimensions * 4;
  return {
    dimensions,
    quads,
    octets,
    limitsFrom,
    doubles: new Float64Array(buffer, quads, rows * dimensions),
    singles: new Float32Array(buffer, octets, rows * dimensions),
    limits: new Float32Array(buffer, limitsFrom, rows * 2).fill(Infinity),
  };
}

/** Where the limit of a row stands among `limits`; its half stands `OCTET` further on. */
export function limitIndex(place: number): number {
  return Math.floor(place / OCTET) * 2 * OCTET + (place % OCTET);
}

/** Puts a row in its place, in 32 bits times `scale`. */
export function placeRow(block: RowBlock, place: number, row: Float64Array, scale: number): void {
  const { dimensions, doubles, singles } = block;
  let double = Math.floor(place / QUAD) * QUAD * dimensions + (place % QUAD);
  let single = Math.floor(place / OCTET) * OCTET * dimensions + (place % OCTET);
  for (let k = 0; k < dimensions; k++, double += QUAD, single += OCTET) {
    doubles[double] = row[k];
    singles[single] = row[k] * scale;
  }
}
