import { type CandidateSearch, firstCandidateIn } from "./first-candidate.ts";
import { type OctetRounding, roundOctetIn } from "./round-octet.ts";
import { quadProducts } from "./quad-products.ts";
import { type RowLoops, rowLoops } from "./row-loops.ts";
import { type RoundedLoops, roundedLoops } from "./rounded-loops.ts";
import { loadKernel } from "./load-kernel.ts";
import { type SymmetricLoops, symmetricLoops } from "./symmetric-loops.ts";

/** Products of rows that are packed in one memory; addresses count its bytes. */
export interface DenseKernel extends RowLoops, RoundedLoops, SymmetricLoops {
  readonly buffer: ArrayBuffer;
  /** Adds the 16 dot products of two quads (64 bits: value `k` of row `r` is number `4 * k + r`) to 16 sums, row by row. */
  readonly addProducts: (a: number, b: number, depth: number, sums: number) => void;
  /** Rounds eight rows in 32 bits, times a factor each, to an octet of whole numbers, and sums up their squares. */
  readonly roundOctet: (rounding: OctetRounding) => void;
  /**
   * The first octet (16 bits: values `2k` and `2k + 1` of row `r` are numbers `16 * k + 2 * r` and the next) from `right` to
   * `end` that may hold a pair whose product is above the limit of one row plus the half of the other; `end` when there is
   * none. Octets of which a part shows that they hold none are left before their end.
   */
  readonly firstCandidate: (search: CandidateSearch) => number;
}

/** The kernel of WebAssembly, or else loops in TypeScript. Both give the same to the last bit. */
export function denseKernel(bytes: number): DenseKernel {
  const simd = loadKernel(bytes);
  if (simd === null) {
    const buffer = new ArrayBuffer(bytes);
    return {
      buffer,
      ...rowLoops(buffer),
      ...roundedLoops(buffer),
      ...symmetricLoops(buffer),
      addProducts: quadProducts(buffer),
      roundOctet: roundOctetIn(buffer),
      firstCandidate: firstCandidateIn(buffer),
    };
  }
  const { roundOctet, firstCandidate } = simd.exports;
  return {
    ...simd.exports,
    buffer: simd.memory.buffer,
    roundOctet: ({ rows, stride, factors, octet, segment, squares, rests }) =>
      roundOctet(rows, stride, factors, octet, segment, squares, rests),
    firstCandidate: ({ left, right, end, segment, rows, bounds, columns, slack, pairs }) =>
      // Addresses come back as signed numbers.
      firstCandidate(left, right, end, segment, rows, bounds, columns, slack, pairs) >>> 0,
  };
}
