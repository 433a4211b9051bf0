import { firstCandidateIn } from "./first-candidate.ts";
import { quadProducts } from "./quad-products.ts";
import { singleProducts } from "./single-products.ts";
import { simdModule } from "./simd-module.ts";

/** Rows that are multiplied at once. */
export const QUAD = 4;

/** Rows that candidates are looked for in at once. */
export const OCTET = 8;

/** Four rows and the octets that may hold a row nearer to one of them than any so far. Numbers of bytes, but for `slack`. */
export interface CandidateSearch {
  /** The first value of the four rows, within their octet. */
  readonly left: number;
  readonly right: number;
  readonly end: number;
  /** A segment of an octet. */
  readonly segment: number;
  /** The limits of the four rows, within the record of their octet, and that record. */
  readonly rows: number;
  readonly bounds: number;
  /** The record of the octet at `right`; those of the next ones follow. */
  readonly columns: number;
  /** How much less a product of whole numbers may be than that of the rows. */
  readonly slack: number;
  /** Where the 32 products of the octet that is found are written, row by row, `slack` added. */
  readonly sums: number;
}

/** Products of rows that are packed in one memory; addresses count its bytes. */
export interface DenseKernel {
  readonly buffer: ArrayBuffer;
  /** Adds the 16 dot products of two quads (64 bits: value `k` of row `r` is number `4 * k + r`) to 16 sums, row by row. */
  readonly addProducts: (a: number, b: number, depth: number, sums: number) => void;
  /**
   * Adds the 32 dot products of half an octet and an octet (32 bits: value `k` of row `r` is number `8 * k + r`), each summed
   * in 32 bits, to 32 sums in 64, row by row.
   */
  readonly addSingleProducts: (a: number, b: number, depth: number, sums: number) => void;
  /**
   * The first octet (16 bits: values `2k` and `2k + 1` of row `r` are numbers `16 * k + 2 * r` and the next) from `right` to
   * `end` that may hold a pair whose product is above the limit of one row plus the half of the other; `end` when there is
   * none. Octets of which a part shows that they hold none are left before their end.
   */
  readonly firstCandidate: (search: CandidateSearch) => number;
}

/** The kernel of WebAssembly, or else loops in TypeScript. Both give the same to the last bit. */
export function denseKernel(bytes: number): DenseKernel {
  const simd = simdModule(bytes);
  if (simd === null) {
    const buffer = new ArrayBuffer(bytes);
    return {
      buffer,
      addProducts: quadProducts(buffer),
      addSingleProducts: singleProducts(buffer),
      firstCandidate: firstCandidateIn(buffer),
    };
  }
  const { addProducts, addSingleProducts, firstCandidate } = simd.exports;
  return {
    buffer: simd.buffer,
    addProducts,
    addSingleProducts,
    firstCandidate: ({ left, right, end, segment, rows, bounds, columns, slack, sums }) =>
      // Addresses come back as signed numbers.
      firstCandidate(left, right, end, segment, rows, bounds, columns, slack, sums) >>> 0,
  };
}
