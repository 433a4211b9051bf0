import { quadProducts } from "./quad-products.ts";
import { simdModule } from "./simd-module.ts";

/** Rows that are multiplied at once. */
export const QUAD = 4;

/** Rows that candidates are looked for in at once. */
export const OCTET = 8;

/** Four rows and the octets that may hold a row nearer to one of them than any so far. All but `depth` are addresses. */
export interface CandidateSearch {
  /** The first value of the four rows, within their octet. */
  readonly left: number;
  readonly right: number;
  readonly end: number;
  readonly depth: number;
  /** The limits of the four rows. */
  readonly rows: number;
  /** The limits of the octet at `right`: eight limits, eight halves, then those of the next one. */
  readonly columns: number;
}

/** Products of rows that are packed in one memory; addresses count its bytes. */
export interface DenseKernel {
  readonly buffer: ArrayBuffer;
  /** Adds the 16 dot products of two quads (64 bits: value `k` of row `r` is number `4 * k + r`) to 16 sums, row by row. */
  readonly addProducts: (a: number, b: number, depth: number, sums: number) => void;
  /**
   * The first octet (32 bits: value `k` of row `r` is number `8 * k + r`) from `right` to `end` that may hold a pair whose
   * product is above the limit of one row plus the half of the other; `end` when there is none.
   */
  readonly firstCandidate: (search: CandidateSearch) => number;
}

/**
 * The kernel of WebAssembly, or else loops in TypeScript. Sums are the same to the last bit. The loops take every octet for
 * a candidate: what follows from candidates must not depend on which others were named.
 */
export function denseKernel(bytes: number): DenseKernel {
  const simd = simdModule(bytes);
  if (simd === null) {
    const buffer = new ArrayBuffer(bytes);
    return { buffer, addProducts: quadProducts(buffer), firstCandidate: ({ right }) => right };
  }
  const { addProducts, firstCandidate } = simd.exports;
  return {
    buffer: simd.buffer,
    addProducts,
    firstCandidate: ({ left, right, end, depth, rows, columns }) =>
      // Addresses come back as signed numbers.
      firstCandidate(left, right, end, depth, rows, columns) >>> 0,
  };
}
